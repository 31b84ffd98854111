package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;

/** Several writes in one; sent as insertMany when all of them are inserts. */
record Bulk(List<Operation> steps, boolean ordered) implements Operation {

	@Override
	public String answer(MongoCollection<Document> collection) {
		if (this.steps.stream().allMatch(Insert.class::isInstance)) {
			int inserted = collection.insertMany(
					this.steps.stream().map((step) -> (Document) NaiveUpdate.copy(((Insert) step).document())).toList(),
					new InsertManyOptions().ordered(this.ordered))
				.getInsertedIds()
				.size();
			return Operation.counts(inserted, 0, 0, 0, List.of(), List.of());
		}
		return Operation.counts(collection.bulkWrite(this.steps.stream().map(Bulk::model).toList(),
				new BulkWriteOptions().ordered(this.ordered)), List.of());
	}

	private static WriteModel<Document> model(Operation step) {
		return switch (step) {
			case Insert insert -> new InsertOneModel<>((Document) NaiveUpdate.copy(insert.document()));
			case Delete delete when delete.many() -> new DeleteManyModel<>(delete.filter());
			case Delete delete -> new DeleteOneModel<>(delete.filter());
			case Update update when update.isReplacement() ->
				new ReplaceOneModel<>(update.filter(), update.update(), new ReplaceOptions().upsert(update.upsert()));
			case Update update when update.many() ->
				new UpdateManyModel<>(update.filter(), update.update(), new UpdateOptions().upsert(update.upsert()));
			case Update update ->
				new UpdateOneModel<>(update.filter(), update.update(), new UpdateOptions().upsert(update.upsert()));
			default -> throw new IllegalArgumentException("no step of a bulk: " + step);
		};
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		Run run = new Run(store);
		for (int i : sequence()) {
			if (!run.execute(i, this.steps.get(i)) && this.ordered) {
				break;
			}
		}
		return run.errors.stream().map(run::outcome).toList();
	}

	@Override
	public int size() {
		return this.steps.size();
	}

	/** The driver sends what is unordered kind by kind. */
	private List<Integer> sequence() {
		List<Integer> all = IntStream.range(0, this.steps.size()).boxed().toList();
		if (this.ordered) {
			return all;
		}
		return this.steps.stream()
			.map(Bulk::kind)
			.distinct()
			.flatMap((kind) -> all.stream().filter((i) -> kind(this.steps.get(i)).equals(kind)))
			.toList();
	}

	private static String kind(Operation step) {
		return (step instanceof Update update && update.isReplacement()) ? "replacement"
				: step.getClass().getSimpleName();
	}

	@Override
	public String toString() {
		return (this.ordered ? "ordered" : "unordered") + " bulk" + this.steps;
	}

	private static final class Run {

		private NaiveStore store;

		private int inserted;

		private int matched;

		private int modified;

		private int deleted;

		private final List<String> upserts = new ArrayList<>();

		/** More than one list where a step may fail for more than one reason. */
		private List<List<String>> errors = List.of(List.of());

		private Run(NaiveStore store) {
			this.store = store;
		}

		private boolean execute(int index, Operation step) {
			try {
				switch (step) {
					case Insert insert -> {
						this.store = this.store.insert(insert.document());
						this.inserted++;
					}
					case Delete delete -> {
						List<Document> matching = only(delete.many(), this.store.matching(delete.filter()));
						this.store = this.store.delete(matching);
						this.deleted += matching.size();
					}
					case Update update -> update(index, update);
					default -> throw new IllegalArgumentException("no step of a bulk: " + step);
				}
				return true;
			}
			catch (Refused ex) {
				this.errors = this.errors.stream()
					.flatMap((before) -> ex.codes().stream().map((code) -> with(before, index + ": " + code)))
					.toList();
				return false;
			}
		}

		private void update(int index, Update update) {
			only(update.many(), this.store.matching(update.filter()));
			NaiveStore.Change change = update.changes(this.store).getFirst();
			this.store = change.store();
			this.matched += change.matched();
			this.modified += change.modified();
			if (change.upserted() != null) {
				this.upserts.add(index + ": " + BsonOrder.written(change.upserted()));
			}
		}

		private static List<Document> only(boolean many, List<Document> matching) {
			Restriction.when(!many && matching.size() > 1, Restriction.ANY_OF_SEVERAL_IN_BULK);
			return matching;
		}

		private static List<String> with(List<String> errors, String error) {
			List<String> more = new ArrayList<>(errors);
			more.add(error);
			return more;
		}

		private Outcome outcome(List<String> errorsOfOne) {
			return new Outcome(Operation.counts(this.inserted, this.matched, this.modified, this.deleted, this.upserts,
					errorsOfOne.stream().sorted().toList()), this.store);
		}

	}

}
