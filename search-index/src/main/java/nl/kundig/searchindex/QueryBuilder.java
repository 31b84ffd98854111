package nl.kundig.searchindex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what somebody typed into a query: codes and whole names first, then word by word
 * over all fields together, with other spellings only for words the index does not know.
 */
final class QueryBuilder {

	/** Together these two keep every query below the 1024 clauses Lucene allows. */
	private static final int MOST_WORDS = 20;

	private static final int MOST_SPELLINGS = 8;

	private static final float WHOLE_TITLE = 60;

	private static final float WHOLE_ALIAS = 50;

	private static final float CODE = 40;

	private static final float SOUND_OF_ALL = 25;

	private static final float SOUND_OF_WORD = 8;

	private final Analyzer analyzer;

	private final IndexReader reader;

	private final String text;

	private final List<String> words;

	private boolean unknownWord;

	private boolean knownAsWhole;

	QueryBuilder(String text, Analyzer analyzer, IndexReader reader) {
		this.text = text.strip();
		this.analyzer = analyzer;
		this.reader = reader;
		this.words = DutchText.wordsThatMatter(this.text).stream().limit(MOST_WORDS).toList();
	}

	Query build() throws IOException {
		if (this.text.isEmpty()) {
			return MatchAllDocsQuery.INSTANCE;
		}
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		addWholeNames(any);
		addCodes(any);
		any.add(allWords(), Occur.SHOULD);
		return any.build();
	}

	/** Only the words, as plain terms: for choosing the passage to show. */
	Query passageQuery() {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		for (String word : this.words) {
			DutchText.terms(this.analyzer, word)
				.forEach((term) -> any.add(new TermQuery(new Term(IndexFields.BODY, term)), Occur.SHOULD));
		}
		return any.build();
	}

	/** Whether the hits rest on another spelling of a word than the one typed. */
	boolean isGuessing() {
		return this.unknownWord && !this.knownAsWhole;
	}

	private void addWholeNames(BooleanQuery.Builder any) throws IOException {
		String squashed = DutchText.squash(this.text);
		Term title = new Term(IndexFields.EXACT_TITLE, squashed);
		Term alias = new Term(IndexFields.EXACT_ALIAS, squashed);
		any.add(constant(new TermQuery(title), WHOLE_TITLE), Occur.SHOULD);
		any.add(constant(new TermQuery(alias), WHOLE_ALIAS), Occur.SHOULD);
		this.knownAsWhole = knows(title) || knows(alias);
		if (squashed.length() > 3 && !this.knownAsWhole) {
			String sound = DutchSound.key(squashed);
			any.add(constant(new TermQuery(new Term(IndexFields.SOUND, sound)), SOUND_OF_ALL), Occur.SHOULD);
		}
	}

	/**
	 * Each short token that may be a code, neighbours joined, and the whole question
	 * joined.
	 */
	private void addCodes(BooleanQuery.Builder any) throws IOException {
		List<String> spoken = DutchNumbers.toDigits(DutchText.words(DutchText.fold(this.text)));
		Map<String, Float> codes = new LinkedHashMap<>();
		for (String whole : List.of(String.join("", spoken), DutchText.code(this.text))) {
			this.knownAsWhole |= knows(new Term(IndexFields.CODE, whole));
			codes.put(whole, 1f);
		}
		for (int i = 0; i + 1 < Math.min(spoken.size(), MOST_WORDS); i++) {
			codes.putIfAbsent(spoken.get(i) + spoken.get(i + 1), 0.8f);
		}
		Stream<String> parts = Stream.of(this.text.split("\\s+")).filter(DutchText::isCode).map(DutchText::code);
		Stream<String> numbers = spoken.stream().filter((word) -> Character.isDigit(word.charAt(0)));
		Stream.concat(parts.limit(MOST_WORDS), numbers.limit(MOST_WORDS))
			.forEach((code) -> codes.putIfAbsent(code, 0.6f));
		codes.forEach((code, weight) -> any
			.add(constant(new TermQuery(new Term(IndexFields.CODE, code)), CODE * weight), Occur.SHOULD));
	}

	/**
	 * Of three words or more at least two must fit; else every shared word would be a
	 * hit.
	 */
	private Query allWords() throws IOException {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		all.setMinimumNumberShouldMatch((this.words.size() < 3) ? 1 : 2);
		for (String word : this.words) {
			all.add(oneWord(word), Occur.SHOULD);
		}
		return all.build();
	}

	private Query oneWord(String word) throws IOException {
		List<Query> ways = new ArrayList<>();
		boolean known = false;
		float weight = 1;
		for (String term : DutchText.terms(this.analyzer, word)) {
			known |= knows(term);
			ways.add(new BoostQuery(inAllFields(term), weight));
			weight = 0.5f;
		}
		if (!known && word.length() > 3) {
			this.unknownWord = true;
			ways.addAll(otherSpellings(DutchText.fold(word)));
		}
		return new DisjunctionMaxQuery(ways, 0);
	}

	private List<Query> otherSpellings(String word) throws IOException {
		List<Query> ways = new ArrayList<>();
		int edits = (word.length() < 6) ? 1 : 2;
		for (String field : List.of(IndexFields.TITLE, IndexFields.ALIAS)) {
			ways.add(new BoostQuery(fuzzy(new Term(field, word), edits), 0.5f));
		}
		ways.add(new BoostQuery(fuzzy(new Term(IndexFields.BODY, word), 1), 0.25f));
		String sound = DutchSound.key(word);
		ways.add(constant(new TermQuery(new Term(IndexFields.SOUND_WORD, sound)), SOUND_OF_WORD));
		longestKnownPrefix(word)
			.ifPresent((prefix) -> ways.add(new BoostQuery(new PrefixQuery(new Term(IndexFields.BODY, prefix)), 0.3f)));
		return ways;
	}

	/**
	 * An unknown compound of seven letters or more is looked up by the part the index
	 * does know.
	 */
	private Optional<String> longestKnownPrefix(String word) throws IOException {
		if (word.length() > 6) {
			for (int length = word.length() - 1; length > 4; length--) {
				String prefix = word.substring(0, length);
				if (knows(prefix)) {
					return Optional.of(prefix);
				}
			}
		}
		return Optional.empty();
	}

	private Query inAllFields(String term) {
		return new CombinedFieldQuery.Builder(term).addField(IndexFields.TITLE, 4)
			.addField(IndexFields.ALIAS, 4)
			.addField(IndexFields.BODY, 1)
			.build();
	}

	private boolean knows(String term) throws IOException {
		return knows(new Term(IndexFields.TITLE, term)) || knows(new Term(IndexFields.ALIAS, term))
				|| knows(new Term(IndexFields.BODY, term));
	}

	private boolean knows(Term term) throws IOException {
		return this.reader.docFreq(term) > 0;
	}

	private static Query fuzzy(Term term, int edits) {
		return new FuzzyQuery(term, edits, 1, MOST_SPELLINGS, true);
	}

	private static Query constant(Query query, float score) {
		return new BoostQuery(new ConstantScoreQuery(query), score);
	}

}
