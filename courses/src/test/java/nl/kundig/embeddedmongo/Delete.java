package nl.kundig.embeddedmongo;

import java.util.List;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Removes one document or all that match. */
record Delete(boolean many, Document filter) implements Operation {

	@Override
	public String answer(MongoCollection<Document> collection) {
		return "deleted " + (this.many ? collection.deleteMany(this.filter) : collection.deleteOne(this.filter))
			.getDeletedCount();
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		List<Document> matching = store.matching(this.filter);
		if (this.many || matching.isEmpty()) {
			return List.of(new Outcome("deleted " + matching.size(), store.delete(matching)));
		}
		return Operation.each(store, matching, (one) -> new Outcome("deleted 1", store.delete(List.of(one))));
	}

	@Override
	public String toString() {
		return (this.many ? "deleteMany(" : "deleteOne(") + BsonOrder.written(this.filter) + ")";
	}

}
