package nl.kundig.embeddedmongo;

import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;

/** Changes, replaces or, without an update, removes one document and shows it. */
record FindAndModify(Document filter, Document sort, Document update, boolean upsert, boolean after,
		Document projection) implements Operation {

	@Override
	public String answer(MongoCollection<Document> collection) {
		ReturnDocument returned = this.after ? ReturnDocument.AFTER : ReturnDocument.BEFORE;
		if (this.update == null) {
			return BsonOrder.shown(collection.findOneAndDelete(this.filter,
					new FindOneAndDeleteOptions().sort(this.sort).projection(this.projection)));
		}
		if (NaiveMatcher.isOperators(this.update)) {
			return BsonOrder.shown(collection.findOneAndUpdate(this.filter, this.update,
					new FindOneAndUpdateOptions().sort(this.sort)
						.upsert(this.upsert)
						.returnDocument(returned)
						.projection(this.projection)));
		}
		return BsonOrder.shown(collection.findOneAndReplace(this.filter, this.update,
				new FindOneAndReplaceOptions().sort(this.sort)
					.upsert(this.upsert)
					.returnDocument(returned)
					.projection(this.projection)));
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		List<Document> matching = store.sorted(store.matching(this.filter), this.sort);
		if (matching.isEmpty()) {
			return List
				.of((this.update != null) ? outcome(store.updateOne(this.filter, this.update, this.upsert).getFirst())
						: new Outcome(BsonOrder.shown(null), store));
		}
		List<Document> candidates = this.sort.isEmpty() ? matching : matching.subList(0, 1);
		return Operation.each(store, candidates, (one) -> (this.update != null)
				? outcome(store.change(one, this.update))
				: new Outcome(BsonOrder.shown(NaiveProjection.of(one, this.projection)), store.delete(List.of(one))));
	}

	private Outcome outcome(NaiveStore.Change change) {
		Document shown = this.after ? change.after() : change.before();
		return new Outcome(BsonOrder.shown((shown != null) ? NaiveProjection.of(shown, this.projection) : null),
				change.store());
	}

	@Override
	public String toString() {
		return "findAndModify(" + BsonOrder.written(this.filter) + ", sort " + BsonOrder.written(this.sort) + ", "
				+ ((this.update != null) ? BsonOrder.written(this.update) : "remove") + (this.upsert ? ", upsert" : "")
				+ (this.after ? ", after" : ", before") + ", " + BsonOrder.written(this.projection) + ")";
	}

}
