package nl.kundig.embeddedmongo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.client.model.IndexOptions;
import org.bson.Document;

/** An index as it is asked for, and what it forbids. */
record IndexSpec(Document keys, boolean unique, boolean sparse, Document partial) {

	static final IndexSpec ID = new IndexSpec(new Document("_id", 1), true, false, null);

	static IndexSpec listed(Document index) {
		return new IndexSpec(index.get("key", Document.class), index.getBoolean("unique", false),
				index.getBoolean("sparse", false), index.get("partialFilterExpression", Document.class));
	}

	String name() {
		return this.keys.entrySet()
			.stream()
			.map((key) -> key.getKey() + "_" + key.getValue())
			.collect(Collectors.joining("_"));
	}

	IndexOptions options() {
		return new IndexOptions().unique(this.unique).sparse(this.sparse).partialFilterExpression(this.partial);
	}

	/** The codes it refuses the document with, beside these others. */
	Set<Integer> broken(Document document, List<Document> others) {
		try {
			List<List<Object>> keys = keys(document);
			boolean taken = this.unique && !keys.isEmpty()
					&& others.stream()
						.flatMap((other) -> keys(other).stream())
						.anyMatch((key) -> keys.stream().anyMatch((own) -> BsonOrder.same(key, own)));
			return taken ? Set.of(11000) : Set.of();
		}
		catch (Refused ex) {
			return ex.codes();
		}
	}

	private List<List<Object>> keys(Document document) {
		if (this.partial != null && !NaiveMatcher.matches(document, this.partial)) {
			return List.of();
		}
		return NaivePaths.keys(document, List.copyOf(this.keys.keySet()))
			.stream()
			.filter((key) -> !this.sparse || key.stream().anyMatch((value) -> value != BsonOrder.MISSING))
			.toList();
	}

	@Override
	public String toString() {
		return BsonOrder.written(this.keys) + (this.unique ? " unique" : "") + (this.sparse ? " sparse" : "")
				+ ((this.partial != null) ? " where " + BsonOrder.written(this.partial) : "");
	}

}
