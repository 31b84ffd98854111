package nl.kundig.searchindex;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** The fields of the index and how a document fills them. */
final class IndexFields {

	/**
	 * Raise it whenever a field or an analyzer changes: an index of another version is
	 * made anew.
	 */
	static final String SCHEMA = "1";

	static final String ID = "id";

	static final String TITLE = "title";

	static final String ALIAS = "alias";

	static final String BODY = "body";

	/** The code of the title or an alias: "14/88" is kept as "1488". */
	static final String CODE = "code";

	/** The whole title or alias, folded, without spaces and punctuation. */
	static final String EXACT_TITLE = "exactTitle";

	static final String EXACT_ALIAS = "exactAlias";

	/** How the whole title or alias sounds, and how each word of them does. */
	static final String SOUND = "sound";

	static final String SOUND_WORD = "soundWord";

	static final String TITLE_ORDER = "titleOrder";

	/**
	 * Offsets are kept for the passages shown with a hit, so that no body is analysed
	 * again.
	 */
	private static final FieldType BODY_TYPE = new FieldType(TextField.TYPE_STORED);

	static {
		BODY_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
		BODY_TYPE.freeze();
	}

	private IndexFields() {
	}

	static Document of(SearchDocument source, FacetsConfig facets) {
		Document document = new Document();
		document.add(new StringField(ID, source.id(), Field.Store.YES));
		document.add(new TextField(TITLE, source.title(), Field.Store.YES));
		document.add(new SortedDocValuesField(TITLE_ORDER, new BytesRef(DutchText.fold(source.title()))));
		document.add(new StringField(EXACT_TITLE, DutchText.squash(source.title()), Field.Store.NO));
		source.aliases().forEach((alias) -> {
			document.add(new TextField(ALIAS, alias, Field.Store.NO));
			document.add(new StringField(EXACT_ALIAS, DutchText.squash(alias), Field.Store.NO));
		});
		document.add(new Field(BODY, source.body(), BODY_TYPE));
		addKeys(document, source);
		source.facets().forEach((name, values) -> values.forEach((value) -> addFacet(document, name, value, facets)));
		return document;
	}

	private static void addKeys(Document document, SearchDocument source) {
		List<String> names = Stream.concat(Stream.of(source.title()), source.aliases().stream()).toList();
		Set<String> soundWords = new TreeSet<>();
		for (String name : names) {
			DutchText.codes(name).forEach((code) -> document.add(new StringField(CODE, code, Field.Store.NO)));
			document.add(new StringField(SOUND, DutchSound.key(DutchText.squash(name)), Field.Store.NO));
			DutchText.words(name).forEach((word) -> soundWords.add(DutchSound.key(word)));
		}
		soundWords.stream()
			.filter((key) -> key.length() > 2)
			.forEach((key) -> document.add(new StringField(SOUND_WORD, key, Field.Store.NO)));
	}

	private static void addFacet(Document document, String name, String value, FacetsConfig facets) {
		facets.setMultiValued(name, true);
		document.add(new SortedSetDocValuesFacetField(name, value));
	}

}
