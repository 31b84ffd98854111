package nl.kundig.embeddedmongo;

import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Makes an index, drops one by its name, or drops everything when none is named. */
record Indexing(Optional<IndexSpec> created, Optional<String> dropped) implements Operation {

	static Indexing create(IndexSpec index) {
		return new Indexing(Optional.of(index), Optional.empty());
	}

	static Indexing drop(String name) {
		return new Indexing(Optional.empty(), Optional.of(name));
	}

	static Indexing dropCollection() {
		return new Indexing(Optional.empty(), Optional.empty());
	}

	@Override
	public String answer(MongoCollection<Document> collection) {
		if (this.created.isPresent()) {
			return collection.createIndex(this.created.get().keys(), this.created.get().options());
		}
		if (this.dropped.isPresent()) {
			collection.dropIndex(this.dropped.get());
			return "dropped";
		}
		collection.drop();
		return "all dropped";
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		if (this.created.isPresent()) {
			return List.of(new Outcome(this.created.get().name(), store.createIndex(this.created.get())));
		}
		return List.of(this.dropped.map((name) -> new Outcome("dropped", store.dropIndex(name)))
			.orElse(new Outcome("all dropped", NaiveStore.EMPTY)));
	}

	@Override
	public String toString() {
		return this.created.map((index) -> "createIndex(" + index + ")")
			.orElseGet(() -> this.dropped.map((name) -> "dropIndex(" + name + ")").orElse("drop()"));
	}

}
