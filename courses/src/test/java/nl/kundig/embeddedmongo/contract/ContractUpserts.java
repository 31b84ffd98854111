package nl.kundig.embeddedmongo.contract;

import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import org.bson.BsonInt32;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocument;
import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.ids;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static nl.kundig.embeddedmongo.contract.ContractUpdates.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;

/** Insert when missing, and change and return in one step. */
final class ContractUpserts {

	private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

	private ContractUpserts() {
	}

	static void addTo(Contract contract) {
		upserts(contract);
		findAndUpdate(contract);
		findAndReplaceOrDelete(contract);
	}

	private static void upserts(Contract contract) {
		contract.promise("an upsert inserts the equalities of its filter and the update", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			UpdateResult result = learners.updateOne(json("{_id: 1, a: 2, 'b.c': 3, d: {$gt: 5}, e: {$eq: 6}}"),
					json("{$set: {f: 7}, $inc: {n: 1}}"), UPSERT);
			assertCounts(result, 0, 0);
			assertThat(result.getUpsertedId()).isEqualTo(new BsonInt32(1));
			assertThat(learners.find().first()).isEqualTo(json("{_id: 1, a: 2, b: {c: 3}, e: 6, f: 7, n: 1}"));
		});
		contract.promise("an upsert that finds a document updates it", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, n: 1}");
			UpdateResult result = learners.updateOne(json("{_id: 1}"), json("{$inc: {n: 1}}"), UPSERT);
			assertCounts(result, 1, 1);
			assertThat(result.getUpsertedId()).isNull();
			assertDocuments(learners.find(), "{_id: 1, n: 2}");
		});
		contract.promise("$setOnInsert counts when inserting only", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			Document read = json("{$addToSet: {sections: 's1'}, $setOnInsert: {learner: 'ann'}}");
			learners.updateOne(json("{_id: 1}"), read, UPSERT);
			learners.updateOne(json("{_id: 1}"), json("{$addToSet: {sections: 's2'}, $setOnInsert: {learner: 'bob'}}"),
					UPSERT);
			assertThat(learners.find().first()).isEqualTo(json("{_id: 1, sections: ['s1', 's2'], learner: 'ann'}"));
		});
		contract.promise("an upsert without id gets an ObjectId and tells it", (scene) -> {
			UpdateResult result = scene.learners().updateOne(json("{a: 1}"), json("{$set: {b: 2}}"), UPSERT);
			assertThat(result.getUpsertedId().isObjectId()).isTrue();
			assertThat(scene.learners().find(new Document("_id", result.getUpsertedId())).first()).containsEntry("a", 1)
				.containsEntry("b", 2);
		});
		contract.promise("an upsert takes equalities from $and and none from $in with several values", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			learners.updateOne(json("{$and: [{_id: 1}, {a: 2}]}"), json("{$set: {b: 3}}"), UPSERT);
			assertThat(learners.find(json("{_id: 1}")).first()).isEqualTo(json("{_id: 1, a: 2, b: 3}"));
			learners.updateOne(json("{_id: 2, a: {$in: [1, 2]}}"), json("{$set: {b: 3}}"), UPSERT);
			assertThat(learners.find(json("{_id: 2}")).first()).isEqualTo(json("{_id: 2, b: 3}"));
		});
		contract.promise("an upsert with an id that exists but another condition collides", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, version: 2}");
			assertThat(errorCode(
					() -> learners.updateOne(json("{_id: 1, version: 1}"), json("{$set: {version: 2}}"), UPSERT)))
				.isEqualTo(11000);
			assertDocuments(learners.find(), "{_id: 1, version: 2}");
		});
		contract.promise("updateMany with upsert inserts one", (scene) -> {
			UpdateResult result = scene.learners().updateMany(json("{_id: 1}"), json("{$set: {a: 1}}"), UPSERT);
			assertCounts(result, 0, 0);
			assertDocuments(scene.learners().find(), "{_id: 1, a: 1}");
		});
		contract.promise("a replacing upsert inserts the replacement with the id of the filter", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			ReplaceOptions upsert = new ReplaceOptions().upsert(true);
			UpdateResult result = learners.replaceOne(json("{_id: 1, a: 5}"), json("{b: 2}"), upsert);
			assertThat(result.getUpsertedId()).isEqualTo(new BsonInt32(1));
			assertDocuments(learners.find(), "{_id: 1, b: 2}");
			assertCounts(learners.replaceOne(json("{_id: 1}"), json("{c: 3}"), upsert), 1, 1);
			assertDocuments(learners.find(), "{_id: 1, c: 3}");
		});
	}

	private static void findAndUpdate(Contract contract) {
		contract.promise("findOneAndUpdate returns the document from before unless told otherwise", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertDocument(learners.findOneAndUpdate(json("{_id: 1}"), json("{$inc: {a: 1}}")), "{_id: 1, a: 1}");
			assertDocument(learners.findOneAndUpdate(json("{_id: 1}"), json("{$inc: {a: 1}}"), after()),
					"{_id: 1, a: 3}");
		});
		contract.promise("findOneAndUpdate takes the first in the order of its sort", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, at: 5}", "{_id: 2, at: 3}", "{_id: 3, at: 9}");
			assertDocument(learners.findOneAndUpdate(json("{at: {$gt: 0}}"), json("{$set: {at: 0}}"),
					after().sort(json("{at: 1}"))), "{_id: 2, at: 0}");
			assertThat(learners.countDocuments(json("{at: 0}"))).isEqualTo(1);
		});
		contract.promise("findOneAndUpdate returns the fields of its projection", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 2}");
			assertDocument(learners.findOneAndUpdate(json("{_id: 1}"), json("{$set: {a: 5}}"),
					after().projection(json("{a: 1, _id: 0}"))), "{a: 5}");
			assertDocuments(learners.find(), "{_id: 1, a: 5, b: 2}");
		});
		contract.promise("findOneAndUpdate that finds nothing returns nothing and changes nothing", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(learners.findOneAndUpdate(json("{_id: 1, a: 2}"), json("{$set: {a: 3}}"), after())).isNull();
			assertDocuments(learners.find(), "{_id: 1, a: 1}");
		});
		contract.promise("findOneAndUpdate with upsert counts from nothing", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			Document oneMore = json("{$inc: {count: 1}, $setOnInsert: {until: 5}}");
			assertThat(
					learners.findOneAndUpdate(json("{_id: 'x'}"), oneMore, new FindOneAndUpdateOptions().upsert(true)))
				.isNull();
			assertThat(learners.findOneAndUpdate(json("{_id: 'x'}"), oneMore, after().upsert(true)))
				.isEqualTo(json("{_id: 'x', count: 2, until: 5}"));
			assertThat(learners.findOneAndUpdate(json("{_id: 'y'}"), oneMore, after().upsert(true)))
				.isEqualTo(json("{_id: 'y', count: 1, until: 5}"));
		});
		contract.promise("findOneAndUpdate takes array filters and the positional operator", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [{q: 1}, {q: 2}]}");
			assertDocument(learners.findOneAndUpdate(json("{_id: 1}"), json("{$set: {'a.$[it].n': 5}}"),
					after().arrayFilters(List.of(json("{'it.q': 2}")))), "{_id: 1, a: [{q: 1}, {q: 2, n: 5}]}");
			assertDocument(learners.findOneAndUpdate(json("{_id: 1, 'a.q': 1}"), json("{$set: {'a.$.n': 6}}"), after()),
					"{_id: 1, a: [{q: 1, n: 6}, {q: 2, n: 5}]}");
		});
		contract.promise("findOneAndUpdate is refused what an update is refused", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 'x'}", "{_id: 2, a: 2}");
			learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true));
			assertThat(errorCode(() -> learners.findOneAndUpdate(json("{_id: 2}"), json("{$set: {a: 1}}"))))
				.isEqualTo(11000);
			assertThat(errorCode(() -> learners.findOneAndUpdate(json("{_id: 1}"), json("{$set: {_id: 5}}"))))
				.isEqualTo(66);
			assertThat(errorCode(() -> learners.findOneAndUpdate(json("{_id: 1}"), json("{$inc: {b: 1}}"))))
				.isEqualTo(14);
			assertDocuments(learners.find().sort(json("{_id: 1}")), "{_id: 1, a: 1, b: 'x'}", "{_id: 2, a: 2}");
		});
	}

	private static void findAndReplaceOrDelete(Contract contract) {
		contract.promise("findOneAndReplace keeps the id and nothing else", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 2}");
			assertDocument(learners.findOneAndReplace(json("{_id: 1}"), json("{c: 3}")), "{_id: 1, a: 1, b: 2}");
			assertDocument(learners.findOneAndReplace(json("{_id: 1}"), json("{d: 4}"),
					new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER)), "{_id: 1, d: 4}");
			assertDocument(
					learners.findOneAndReplace(json("{_id: 2}"), json("{e: 5}"),
							new FindOneAndReplaceOptions().upsert(true).returnDocument(ReturnDocument.AFTER)),
					"{_id: 2, e: 5}");
		});
		contract.promise("findOneAndDelete returns what it deleted, the first of its sort", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 2}", "{_id: 3, a: 3}");
			assertDocument(
					learners.findOneAndDelete(json("{a: {$lt: 3}}"),
							new FindOneAndDeleteOptions().sort(json("{a: -1}")).projection(json("{a: 1}"))),
					"{_id: 2, a: 2}");
			assertThat(learners.findOneAndDelete(json("{_id: 2}"))).isNull();
			assertThat(ids(learners.find())).containsExactlyInAnyOrder(1, 3);
		});
		contract.promise("find-and-modify does not remove and update at once", (scene) -> {
			scene.given("{_id: 1, a: 1}");
			assertThat(
					errorCode(() -> scene.database()
						.runCommand(json(
								"{findAndModify: 'learners', query: {_id: 1}, remove: true, update: {$set: {a: 2}}}"))))
				.isEqualTo(9);
			assertThat(errorCode(() -> scene.database()
				.runCommand(json("{findAndModify: 'learners', query: {_id: 1}, remove: true, new: true}"))))
				.isEqualTo(9);
			assertDocuments(scene.learners().find(), "{_id: 1, a: 1}");
		});
	}

	private static FindOneAndUpdateOptions after() {
		return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
	}

}
