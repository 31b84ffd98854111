package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Asks for documents. The answer says what is promised of their order, and no more. */
record Find(Document filter, Document sort, int skip, int limit, Document projection) implements Operation {

	/** Makes the driver come back for more. */
	private static final int BATCH = 20;

	@Override
	public String answer(MongoCollection<Document> collection) {
		return text(collection.find(this.filter)
			.sort(this.sort)
			.skip(this.skip)
			.limit(this.limit)
			.projection(this.projection)
			.batchSize(BATCH)
			.into(new ArrayList<>()));
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		List<Document> found = store.sorted(store.matching(this.filter), this.sort)
			.stream()
			.skip(this.skip)
			.limit((this.limit > 0) ? this.limit : Long.MAX_VALUE)
			.map((document) -> NaiveProjection.of(document, this.projection))
			.toList();
		return List.of(new Outcome(text(found), store));
	}

	private String text(List<Document> found) {
		boolean whole = this.skip == 0 && this.limit == 0;
		if (!this.projection.isEmpty()) {
			return (whole ? found.stream() : found.stream().limit(0)).map(BsonOrder::shown)
				.sorted()
				.collect(Collectors.joining("\n", found.size() + " projected\n", ""));
		}
		if (this.sort.containsKey("_id")) {
			return found.stream().map(BsonOrder::shown).collect(Collectors.joining("\n"));
		}
		long different = found.stream().map((document) -> BsonOrder.written(document.get("_id"))).distinct().count();
		boolean fit = found.stream().allMatch((document) -> NaiveMatcher.matches(document, this.filter));
		return different + " different, " + (fit ? "all fit" : "some do not fit") + "\n" + sortKeys(found) + "\n"
				+ (whole ? Operation.unordered(found) : "");
	}

	private String sortKeys(List<Document> found) {
		return found.stream().map(this::sortKey).collect(Collectors.joining(" "));
	}

	private String sortKey(Document document) {
		return this.sort.keySet()
			.stream()
			.map((path) -> BsonOrder.normalised(NaivePaths.sortKey(document, path, this.sort.getInteger(path) > 0)))
			.toList()
			.toString();
	}

	@Override
	public String toString() {
		return "find(" + BsonOrder.written(this.filter) + ", " + BsonOrder.written(this.projection) + ").sort("
				+ BsonOrder.written(this.sort) + ").skip(" + this.skip + ").limit(" + this.limit + ")";
	}

}
