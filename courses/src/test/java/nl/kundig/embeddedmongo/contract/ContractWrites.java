package nl.kundig.embeddedmongo.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonInt32;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.error;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.ids;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static nl.kundig.embeddedmongo.contract.ContractUpdates.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Inserting, replacing, deleting, many at once, and whole collections. */
final class ContractWrites {

	private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

	private ContractWrites() {
	}

	static void addTo(Contract contract) {
		inserts(contract);
		replacesAndDeletes(contract);
		bulkWrites(contract);
		bulkErrors(contract);
		collections(contract);
	}

	private static void inserts(Contract contract) {
		contract.promise("an id that exists is refused, with its index and collection in the message", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(errorCode(() -> learners.insertOne(json("{_id: 1, a: 2}")))).isEqualTo(11000);
			assertThat(error(() -> learners.insertOne(json("{_id: 1, a: 2}")))).hasMessageContaining("E11000")
				.hasMessageContaining(learners.getNamespace().getFullName())
				.hasMessageContaining("_id_");
			assertDocuments(learners.find(), "{_id: 1, a: 1}");
		});
		contract.promise("insertMany stops at the first duplicate, or goes on when unordered", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 2}");
			List<Document> five = IntStream.rangeClosed(1, 5).mapToObj((id) -> new Document("_id", id)).toList();
			bulkError(() -> learners.insertMany(five));
			assertThat(ids(learners.find())).containsExactlyInAnyOrder(1, 2);
			bulkError(() -> learners.insertMany(five, new InsertManyOptions().ordered(false)));
			assertThat(ids(learners.find())).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
		});
		contract.promise("thousands of documents go in at once", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			learners.insertMany(IntStream.range(0, 3_000).mapToObj((id) -> new Document("_id", id)).toList());
			assertThat(learners.countDocuments()).isEqualTo(3_000);
		});
	}

	private static void replacesAndDeletes(Contract contract) {
		contract.promise("a replacement keeps the id and no other field", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 2}");
			assertCounts(learners.replaceOne(json("{a: 1}"), json("{c: 3}")), 1, 1);
			assertDocuments(learners.find(), "{_id: 1, c: 3}");
			assertCounts(learners.replaceOne(json("{_id: 1}"), json("{_id: 1, c: 3}")), 1, 0);
			assertCounts(learners.replaceOne(json("{_id: 2}"), json("{c: 4}")), 0, 0);
		});
		contract.promise("deleteOne deletes one and deleteMany all it finds", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 1}",
					"{_id: 4, a: 2}");
			assertThat(learners.deleteOne(json("{a: 1}")).getDeletedCount()).isEqualTo(1);
			assertThat(learners.deleteMany(json("{a: 1}")).getDeletedCount()).isEqualTo(2);
			assertThat(learners.deleteMany(json("{a: 1}")).getDeletedCount()).isZero();
			assertThat(ids(learners.find())).containsExactly(4);
			assertThat(learners.deleteMany(json("{}")).getDeletedCount()).isEqualTo(1);
		});
		contract.promise("a deleted id may be used again", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			learners.deleteOne(json("{_id: 1}"));
			learners.insertOne(json("{_id: 1, a: 2}"));
			assertDocuments(learners.find(), "{_id: 1, a: 2}");
		});
	}

	private static void bulkWrites(Contract contract) {
		contract.promise("an ordered bulk does one after the other and counts each kind", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			BulkWriteResult result = learners.bulkWrite(List.of(insert("{_id: 1, a: 1}"), insert("{_id: 2, a: 1}"),
					insert("{_id: 3, a: 1}"), update("{_id: 1}", "{$inc: {a: 1}}"),
					new UpdateManyModel<>(json("{a: 1}"), json("{$set: {b: 1}}")),
					new ReplaceOneModel<>(json("{_id: 2}"), json("{c: 1}")), new DeleteOneModel<>(json("{_id: 3}"))));
			assertThat(result.getInsertedCount()).isEqualTo(3);
			assertThat(result.getMatchedCount()).isEqualTo(4);
			assertThat(result.getModifiedCount()).isEqualTo(4);
			assertThat(result.getDeletedCount()).isEqualTo(1);
			assertDocuments(learners.find().sort(json("{_id: 1}")), "{_id: 1, a: 2}", "{_id: 2, c: 1}");
		});
		contract.promise("a bulk tells the ids of its upserts by position", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			BulkWriteResult result = learners.bulkWrite(List.of(upsert("{_id: 1}", "{$set: {a: 1}}"),
					upsert("{_id: 7}", "{$set: {a: 1}}"), upsert("{_id: 8}", "{$set: {a: 1}}")));
			assertThat(result.getMatchedCount()).isEqualTo(1);
			assertThat(result.getUpserts()).extracting("index").containsExactly(1, 2);
			assertThat(result.getUpserts()).extracting("id").containsExactly(new BsonInt32(7), new BsonInt32(8));
		});
		contract.promise("an unordered bulk does everything", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}", "{_id: 2}", "{_id: 3, a: 9}");
			BulkWriteResult result = learners
				.bulkWrite(
						List.of(update("{_id: 1}", "{$set: {a: 1}}"), insert("{_id: 4}"),
								new DeleteManyModel<>(json("{a: 9}")), update("{_id: 2}", "{$set: {a: 2}}")),
						UNORDERED);
			assertThat(result.getModifiedCount()).isEqualTo(2);
			assertThat(result.getInsertedCount()).isEqualTo(1);
			assertThat(result.getDeletedCount()).isEqualTo(1);
			assertThat(ids(learners.find())).containsExactlyInAnyOrder(1, 2, 4);
		});
	}

	private static void bulkErrors(Contract contract) {
		contract.promise("an ordered bulk stops at its first error and tells what it did before", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			MongoBulkWriteException error = bulkError(() -> learners
				.bulkWrite(List.of(insert("{_id: 1}"), insert("{_id: 2}"), insert("{_id: 1}"), insert("{_id: 3}"))));
			assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(2);
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(2);
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getCode).containsExactly(11000);
			assertThat(ids(learners.find())).containsExactlyInAnyOrder(1, 2);
		});
		contract.promise("an unordered bulk goes on after errors and tells them all", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			MongoBulkWriteException error = bulkError(() -> learners.bulkWrite(List.of(insert("{_id: 1}"),
					insert("{_id: 1}"), insert("{_id: 2}"), insert("{_id: 2}"), insert("{_id: 3}")), UNORDERED));
			assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(3);
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(1, 3);
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getCode).containsExactly(11000, 11000);
			assertThat(ids(learners.find())).containsExactlyInAnyOrder(1, 2, 3);
		});
		contract.promise("an error among updates keeps the updates before it and stops the bulk", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 'x'}", "{_id: 3, a: 1}");
			List<WriteModel<Document>> updates = List.of(update("{_id: 1}", "{$inc: {a: 1}}"),
					update("{_id: 2}", "{$inc: {a: 1}}"), update("{_id: 3}", "{$inc: {a: 1}}"), insert("{_id: 4}"));
			MongoBulkWriteException error = bulkError(() -> learners.bulkWrite(updates));
			assertThat(error.getWriteResult().getModifiedCount()).isEqualTo(1);
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(1);
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getCode).containsExactly(14);
			assertDocuments(learners.find().sort(json("{_id: 1}")), "{_id: 1, a: 2}", "{_id: 2, a: 'x'}",
					"{_id: 3, a: 1}");
		});
		contract.promise("different errors of an unordered bulk keep their codes and positions", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 'x'}", "{_id: 2, a: 1}");
			MongoBulkWriteException error = bulkError(() -> learners.bulkWrite(
					List.of(update("{_id: 1}", "{$inc: {a: 1}}"), update("{_id: 1}", "{$set: {_id: 5}}"),
							update("{_id: 2}", "{$inc: {a: 1}}"), upsert("{_id: 1, b: 1}", "{$set: {c: 1}}")),
					UNORDERED));
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactlyInAnyOrder(0, 1, 3);
			assertThat(error.getWriteErrors()).extracting(BulkWriteError::getCode)
				.containsExactlyInAnyOrder(14, 66, 11000);
			assertThat(error.getWriteResult().getModifiedCount()).isEqualTo(1);
			assertDocuments(learners.find().sort(json("{_id: 1}")), "{_id: 1, a: 'x'}", "{_id: 2, a: 2}");
		});
	}

	private static void collections(Contract contract) {
		contract.promise("a dropped collection is empty and has lost its indexes", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true));
			learners.drop();
			assertThat(scene.database().listCollectionNames()).doesNotContain("learners");
			scene.given("{_id: 1, a: 1}", "{_id: 2, a: 1}");
			assertThat(learners.listIndexes()).singleElement().extracting("name").isEqualTo("_id_");
		});
		contract.promise("a collection is created empty, and not again as another kind", (scene) -> {
			scene.database().createCollection("learners");
			assertThat(scene.database().listCollectionNames()).contains("learners");
			scene.given("{_id: 1}");
			error(() -> scene.database()
				.createCollection("learners", new CreateCollectionOptions().capped(true).sizeInBytes(4096)));
			assertDocuments(scene.learners().find(), "{_id: 1}");
		});
		contract.promise("collections and databases do not mix", (scene) -> {
			scene.given("{_id: 1}");
			scene.collection("others").insertOne(json("{_id: 1, other: true}"));
			String elsewhere = scene.database().getName() + "_elsewhere";
			scene.client()
				.getDatabase(elsewhere)
				.getCollection("learners")
				.insertOne(json("{_id: 1, elsewhere: true}"));
			scene.client().getDatabase(elsewhere).drop();
			assertDocuments(scene.learners().find(), "{_id: 1}");
			assertDocuments(scene.collection("others").find(), "{_id: 1, other: true}");
			assertThat(scene.client().listDatabaseNames()).doesNotContain(elsewhere);
			assertThat(scene.database().listCollectionNames().into(new ArrayList<>()))
				.containsExactlyInAnyOrder("learners", "others");
		});
	}

	private static MongoBulkWriteException bulkError(ThrowingCallable bulk) {
		MongoBulkWriteException error = catchThrowableOfType(MongoBulkWriteException.class, bulk);
		assertThat(error).as("an error").isNotNull();
		return error;
	}

	private static WriteModel<Document> insert(String document) {
		return new InsertOneModel<>(json(document));
	}

	private static WriteModel<Document> update(String filter, String update) {
		return new UpdateOneModel<>(json(filter), json(update));
	}

	private static WriteModel<Document> upsert(String filter, String update) {
		return new UpdateOneModel<>(json(filter), json(update), new UpdateOptions().upsert(true));
	}

}
