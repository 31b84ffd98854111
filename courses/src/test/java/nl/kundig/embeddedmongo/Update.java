package nl.kundig.embeddedmongo;

import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import org.bson.Document;

/** Changes or replaces one document, or changes all that match. */
record Update(boolean many, Document filter, Document update, boolean upsert) implements Operation {

	boolean isReplacement() {
		return !NaiveMatcher.isOperators(this.update);
	}

	@Override
	public String answer(MongoCollection<Document> collection) {
		UpdateOptions options = new UpdateOptions().upsert(this.upsert);
		UpdateResult result;
		if (isReplacement()) {
			result = collection.replaceOne(this.filter, this.update, new ReplaceOptions().upsert(this.upsert));
		}
		else if (this.many) {
			result = collection.updateMany(this.filter, this.update, options);
		}
		else {
			result = collection.updateOne(this.filter, this.update, options);
		}
		Object upserted = (result.getUpsertedId() != null) ? Values.plain(result.getUpsertedId()) : null;
		return Operation.updated(result.getMatchedCount(), result.getModifiedCount(), upserted);
	}

	List<NaiveStore.Change> changes(NaiveStore store) {
		return this.many ? List.of(store.updateMany(this.filter, this.update, this.upsert))
				: store.updateOne(this.filter, this.update, this.upsert);
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		List<Document> matching = store.matching(this.filter);
		if (this.many || matching.size() < 2) {
			return changes(store).stream().map(Update::outcome).toList();
		}
		return Operation.each(store, matching, (one) -> outcome(store.change(one, this.update)));
	}

	private static Outcome outcome(NaiveStore.Change change) {
		return new Outcome(Operation.updated(change.matched(), change.modified(), change.upserted()), change.store());
	}

	@Override
	public String toString() {
		String name = isReplacement() ? "replaceOne" : this.many ? "updateMany" : "updateOne";
		return name + "(" + BsonOrder.written(this.filter) + ", " + BsonOrder.written(this.update)
				+ (this.upsert ? ", upsert" : "") + ")";
	}

}
