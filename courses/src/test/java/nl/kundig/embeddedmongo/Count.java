package nl.kundig.embeddedmongo;

import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import org.bson.Document;

/** Counts, as an aggregation or as a page that has an end. */
record Count(Document filter, int skip, int limit) implements Operation {

	@Override
	public String answer(MongoCollection<Document> collection) {
		CountOptions options = new CountOptions().skip(this.skip);
		return String
			.valueOf(collection.countDocuments(this.filter, (this.limit > 0) ? options.limit(this.limit) : options));
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		long rest = Math.max(0, store.matching(this.filter).size() - this.skip);
		return List.of(new Outcome(String.valueOf((this.limit > 0) ? Math.min(this.limit, rest) : rest), store));
	}

	@Override
	public String toString() {
		return "count(" + BsonOrder.written(this.filter) + ", skip " + this.skip + ", limit " + this.limit + ")";
	}

}
