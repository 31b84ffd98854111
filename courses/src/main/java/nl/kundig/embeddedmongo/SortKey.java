package nl.kundig.embeddedmongo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

/**
 * Sorts documents in memory by the bytes that an index on the same fields would have:
 * where an array gives several, ascending by its smallest and descending by its largest.
 */
final class SortKey {

	private SortKey() {
	}

	static List<Document> sorted(List<Document> documents, Document orderBy) {
		List<IndexDefinition> parts = orderBy.entrySet()
			.stream()
			// Each field alone, since two may be arrays.
			.map((field) -> IndexDefinition.on(field.getKey(), ((Number) field.getValue()).intValue()))
			.toList();
		return documents.stream()
			.map((document) -> new Sortable(document, key(document, parts)))
			.sorted(Comparator.comparing(Sortable::key, Arrays::compareUnsigned))
			.map(Sortable::document)
			.toList();
	}

	private static byte[] key(Document document, List<IndexDefinition> parts) {
		byte[] key = {};
		for (IndexDefinition part : parts) {
			// Descending keys are inverted, so the first is that of the largest value.
			key = KeyBytes.join(key, part.keysOf(document).keys().first());
		}
		return key;
	}

	private record Sortable(Document document, byte[] key) {

	}

}
