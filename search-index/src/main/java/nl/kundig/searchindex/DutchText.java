package nl.kundig.searchindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.DutchStemmer;

/**
 * How Dutch text becomes terms: each word as it stands and its stem, folded to plain
 * letters.
 */
final class DutchText {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** A plus or percent sign changes what a code means, so those stay. */
	private static final Pattern CODE_SEPARATORS = Pattern.compile("[\\s/.\\-–:_,'’()]+");

	private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final int LONGEST_CODE = 12;

	private static final Set<String> FILLERS = Set.of("de", "het", "een", "en", "of", "van", "in", "op", "met", "te",
			"aan", "voor", "bij", "is", "zijn", "was", "dat", "die", "dit", "er", "ik", "je", "u", "hij", "zij", "ze",
			"we", "wij", "als", "om", "ook", "wat", "welke", "welk", "wie", "waar", "hoe", "betekent", "betekenis",
			"zag", "gezien", "zie", "iemand", "iets", "soort", "naar", "uit", "over", "door", "heb", "heeft", "had",
			"staat", "stond", "ziet", "eruit", "teken", "symbool");

	private DutchText() {
	}

	/** Terms for the index and for questions: no stop words, since "IS" is a name too. */
	static Analyzer analyzer() {
		return new Analyzer() {

			@Override
			protected TokenStreamComponents createComponents(String fieldName) {
				Tokenizer tokenizer = new StandardTokenizer();
				TokenStream terms = new LowerCaseFilter(tokenizer);
				terms = new KeywordRepeatFilter(terms);
				terms = new SnowballFilter(terms, new DutchStemmer());
				terms = new ASCIIFoldingFilter(terms);
				return new TokenStreamComponents(tokenizer, new RemoveDuplicatesTokenFilter(terms));
			}

		};
	}

	/** The terms of one word: the word itself first, then its stem when that differs. */
	static List<String> terms(Analyzer analyzer, String word) {
		Set<String> terms = new LinkedHashSet<>();
		try (TokenStream stream = analyzer.tokenStream(IndexFields.BODY, word)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				terms.add(term.toString());
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.copyOf(terms);
	}

	/** Lower case without accents. */
	static String fold(String text) {
		String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
		return MARKS.matcher(decomposed).replaceAll("");
	}

	/**
	 * Folded and without spaces and punctuation; a sign made of punctuation only stays as
	 * it is.
	 */
	static String squash(String text) {
		String folded = fold(text);
		String squashed = PUNCTUATION.matcher(folded).replaceAll("");
		return squashed.isEmpty() ? folded.strip() : squashed;
	}

	static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		for (String word : WORD_BREAK.split(text)) {
			if (!word.isEmpty()) {
				words.add(word);
			}
		}
		return words;
	}

	/**
	 * Without fillers, except short words in capitals ("IS"), and except if nothing would
	 * be left.
	 */
	static List<String> wordsThatMatter(String text) {
		List<String> all = words(text);
		List<String> kept = all.stream().filter((word) -> {
			boolean capitals = word.length() > 1 && word.length() <= 4 && word.equals(word.toUpperCase(Locale.ROOT))
					&& !text.equals(text.toUpperCase(Locale.ROOT));
			return capitals || !FILLERS.contains(fold(word));
		}).toList();
		return kept.isEmpty() ? all : kept;
	}

	/**
	 * The code a name is or contains: of digits, or of capitals only; none for ordinary
	 * words.
	 */
	static Set<String> codes(String name) {
		Set<String> codes = new LinkedHashSet<>();
		String whole = code(name);
		if (isCode(name) && whole.length() <= LONGEST_CODE) {
			codes.add(whole);
		}
		for (String part : name.split("\\s+")) {
			String code = code(part);
			if (isCode(part) && code.length() > 1 && code.length() <= LONGEST_CODE) {
				codes.add(code);
			}
		}
		String spoken = String.join("", DutchNumbers.toDigits(words(fold(name))));
		if (!spoken.isEmpty() && spoken.chars().allMatch(Character::isDigit)) {
			codes.add(spoken);
		}
		return codes;
	}

	static String code(String text) {
		return CODE_SEPARATORS.matcher(fold(text)).replaceAll("");
	}

	static boolean isCode(String text) {
		boolean letters = text.chars().anyMatch(Character::isLetter);
		boolean digits = text.chars().anyMatch(Character::isDigit);
		boolean capitals = letters && text.equals(text.toUpperCase(Locale.ROOT)) && text.length() <= LONGEST_CODE;
		boolean mixed = digits && words(text).stream().allMatch((word) -> word.length() <= 5);
		return capitals || mixed;
	}

}
