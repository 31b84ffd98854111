package nl.kundig.embeddedmongo.contract;

import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.error;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.ids;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What unique indexes refuse: plain, compound, multikey, sparse and partial. */
final class ContractUniqueIndexes {

	private ContractUniqueIndexes() {
	}

	static void addTo(Contract contract) {
		plain(contract);
		nullAndSparse(contract);
		compoundAndMultikey(contract);
		partial(contract);
		building(contract);
	}

	private static void plain(Contract contract) {
		contract.promise("a unique index refuses inserts, updates, replacements and upserts", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 2}");
			unique(learners, "{a: 1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 3, a: 1}")));
			assertDuplicate(() -> learners.updateOne(json("{_id: 2}"), json("{$set: {a: 1}}")));
			assertDuplicate(() -> learners.updateOne(json("{_id: 2}"), json("{$inc: {a: -1}}")));
			assertDuplicate(() -> learners.replaceOne(json("{_id: 2}"), json("{a: 1}")));
			assertDuplicate(() -> learners.updateOne(json("{_id: 3}"), json("{$set: {a: 1}}"),
					new UpdateOptions().upsert(true)));
			assertDocuments(learners.find().sort(json("{_id: 1}")), "{_id: 1, a: 1}", "{_id: 2, a: 2}");
		});
		contract.promise("the message of a duplicate names code, collection, index and value", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, email: 'ann@example.org'}");
			learners.createIndex(json("{email: 1}"), new IndexOptions().name("one account each").unique(true));
			assertThat(error(() -> learners.insertOne(json("{_id: 2, email: 'ann@example.org'}"))))
				.hasMessageContaining("E11000 duplicate key error")
				.hasMessageContaining("collection: " + learners.getNamespace().getFullName())
				.hasMessageContaining("index: one account each")
				.hasMessageContaining("ann@example.org");
		});
		contract.promise("equal numbers of different types are duplicates", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			unique(learners, "{a: 1}");
			for (String one : List.of("NumberLong(1)", "1.0", "NumberDecimal('1.00')")) {
				assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: " + one + "}")));
			}
			learners.insertMany(List.of(json("{_id: 2, a: '1'}"), json("{_id: 3, a: true}"), json("{_id: 4, a: 1.5}")));
		});
		contract.promise("documents with the same fields in another order are no duplicates", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: {x: 1, y: 2}}");
			unique(learners, "{a: 1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: {x: 1, y: 2.0}}")));
			learners.insertOne(json("{_id: 2, a: {y: 2, x: 1}}"));
		});
		contract.promise("a value is free again after an update or delete", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 2}");
			unique(learners, "{a: 1}");
			learners.updateOne(json("{_id: 1}"), json("{$set: {a: 5}}"));
			learners.insertOne(json("{_id: 3, a: 1}"));
			learners.deleteOne(json("{_id: 2}"));
			learners.insertOne(json("{_id: 4, a: 2}"));
			assertDuplicate(() -> learners.insertOne(json("{_id: 5, a: 5}")));
			assertThat(ids(learners.find(json("{a: 1}")))).containsExactly(3);
		});
		contract.promise("a document may keep its own value", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 1}");
			unique(learners, "{a: 1}");
			learners.updateOne(json("{_id: 1}"), json("{$set: {a: 1, b: 2}}"));
			learners.replaceOne(json("{_id: 1}"), json("{a: 1, b: 3}"));
			learners.updateOne(json("{_id: 1}"), json("{$set: {a: 1.0}}"));
			assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: 1}")));
		});
		contract.promise("a document refused by one unique index leaves nothing in the others", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 1, c: 1}");
			unique(learners, "{a: 1}");
			unique(learners, "{b: 1}");
			unique(learners, "{c: 1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: 2, b: 1, c: 2}")));
			assertDuplicate(() -> learners.updateOne(json("{_id: 9}"), json("{$set: {a: 3, b: 1, c: 3}}"),
					new UpdateOptions().upsert(true)));
			learners.insertMany(List.of(json("{_id: 2, a: 2, b: 2, c: 2}"), json("{_id: 9, a: 3, b: 3, c: 3}")));
			assertThat(ids(learners.find(json("{a: {$gt: 0}}")))).containsExactlyInAnyOrder(1, 2, 9);
		});
		contract.promise("an update refused by one unique index changes nothing in the others", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 2, b: 2}");
			unique(learners, "{a: 1}");
			unique(learners, "{b: 1}");
			assertDuplicate(() -> learners.updateOne(json("{_id: 2}"), json("{$set: {a: 3, b: 1}}")));
			assertDuplicate(() -> learners.updateOne(json("{_id: 2}"), json("{$set: {b: 3, a: 1}}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 3, a: 2, b: 7}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 3, a: 7, b: 2}")));
			learners.insertOne(json("{_id: 3, a: 3, b: 3}"));
			assertThat(ids(learners.find(json("{a: 2}")))).containsExactly(2);
		});
		contract.promise("updateMany that meets a duplicate keeps what it changed before", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 0}", "{_id: 2, a: 2, b: 0}");
			unique(learners, "{a: 1}");
			assertDuplicate(() -> learners.updateMany(json("{b: 0}"), json("{$set: {a: 9}}")));
			assertThat(learners.countDocuments(json("{a: 9}"))).isEqualTo(1);
			assertThat(learners.countDocuments(json("{a: {$in: [1, 2]}}"))).isEqualTo(1);
		});
	}

	private static void nullAndSparse(Contract contract) {
		contract.promise("a unique index takes one document with null or without the field", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}", "{_id: 2, a: 1}");
			unique(learners, "{a: 1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 3}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 3, a: null}")));
			assertDuplicate(() -> learners.updateOne(json("{_id: 2}"), json("{$unset: {a: ''}}")));
			assertThat(learners.countDocuments()).isEqualTo(2);
		});
		contract.promise("a sparse unique index takes many without the field but one null", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}", "{_id: 2}", "{_id: 3, a: 1}");
			learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true).sparse(true));
			learners.insertMany(List.of(json("{_id: 4}"), json("{_id: 5, a: null}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 6, a: null}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 6, a: 1}")));
			learners.updateOne(json("{_id: 3}"), json("{$unset: {a: ''}}"));
			learners.insertOne(json("{_id: 6, a: 1}"));
			assertThat(ids(learners.find(json("{a: null}")))).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
		});
		contract.promise("a sparse compound index holds what has at least one of its fields", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}", "{_id: 2}", "{_id: 3, a: 1}");
			learners.createIndex(json("{a: 1, b: 1}"), new IndexOptions().unique(true).sparse(true));
			assertDuplicate(() -> learners.insertOne(json("{_id: 4, a: 1}")));
			learners.insertMany(List.of(json("{_id: 4, b: 1}"), json("{_id: 5, a: 1, b: 1}"), json("{_id: 6}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 7, b: 1}")));
		});
	}

	private static void compoundAndMultikey(Contract contract) {
		contract.promise("a unique compound index compares all its fields, and missing ones as null", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 1, b: 2}",
					"{_id: 3, a: 1}");
			unique(learners, "{a: 1, b: -1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 4, a: 1, b: 1}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 4, a: 1, b: null}")));
			learners.insertMany(List.of(json("{_id: 4, a: 2, b: 1}"), json("{_id: 5, b: 1}"), json("{_id: 6}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 7}")));
		});
		contract.promise("an array element is unique among documents, not within one", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1, 2, 2]}");
			unique(learners, "{a: 1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: 2}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: [3, 1]}")));
			learners.insertOne(json("{_id: 2, a: [3, 3]}"));
			assertDuplicate(() -> learners.updateOne(json("{_id: 2}"), json("{$push: {a: 1}}")));
			learners.updateOne(json("{_id: 1}"), json("{$pull: {a: 1}}"));
			learners.updateOne(json("{_id: 2}"), json("{$push: {a: 1}}"));
		});
		contract.promise("a field of documents in an array is unique among documents", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [{code: 1}, {code: 2}, {code: 2}]}");
			unique(learners, "{'a.code': 1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: [{code: 2}]}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 2, a: {code: 1}}")));
			learners.insertOne(json("{_id: 2, a: [{code: 3}]}"));
		});
	}

	private static void partial(Contract contract) {
		contract.promise("a partial unique index sees only what its filter finds", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, open: true}",
					"{_id: 2, a: 1, open: false}", "{_id: 3, a: 1}");
			uniqueWhere(learners, "{a: 1}", "{open: true}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 4, a: 1, open: true}")));
			learners.insertMany(List.of(json("{_id: 4, a: 1, open: false}"), json("{_id: 5, a: 2, open: true}")));
			assertThat(ids(learners.find(json("{a: 1}")))).containsExactlyInAnyOrder(1, 2, 3, 4);
		});
		contract.promise("an update moves a document into and out of a partial unique index", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, open: true}",
					"{_id: 2, a: 1, open: false}");
			uniqueWhere(learners, "{a: 1}", "{open: true}");
			assertDuplicate(() -> learners.updateOne(json("{_id: 2}"), json("{$set: {open: true}}")));
			learners.updateOne(json("{_id: 1}"), json("{$set: {open: false}}"));
			learners.updateOne(json("{_id: 2}"), json("{$set: {open: true}}"));
			assertDuplicate(() -> learners.updateOne(json("{_id: 1}"), json("{$set: {open: true}}")));
			assertThat(ids(learners.find(json("{a: 1, open: true}")))).containsExactly(2);
		});
		contract.promise("a partial unique index takes ranges, types and existence", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 'x', n: 5}");
			uniqueWhere(learners, "{a: 1}", "{n: {$gt: 3}, b: {$type: 'string'}, c: {$exists: true}}");
			learners.insertMany(List.of(json("{_id: 2, a: 1, b: 'x', n: 5, c: 1}"),
					json("{_id: 3, a: 1, b: 5, n: 5, c: 1}"), json("{_id: 4, a: 1, b: 'x', n: 3, c: 1}")));
			assertDuplicate(() -> learners.insertOne(json("{_id: 5, a: 1, b: 'y', n: 9, c: null}")));
		});
	}

	private static void building(Contract contract) {
		contract.promise("a unique index is not built over duplicates", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 1}");
			assertDuplicate(() -> unique(learners, "{a: 1}"));
			assertThat(learners.listIndexes()).hasSize(1);
			learners.insertOne(json("{_id: 3, a: 1}"));
			learners.deleteMany(json("{_id: {$gt: 1}}"));
			unique(learners, "{a: 1}");
			assertDuplicate(() -> learners.insertOne(json("{_id: 4, a: 1}")));
		});
		contract.promise("an index over arrays in two of its fields is not built", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1], b: [2]}");
			assertThat(errorCode(() -> learners.createIndex(json("{a: 1, b: 1}")))).isEqualTo(171);
			assertThat(learners.listIndexes()).hasSize(1);
			learners.insertOne(json("{_id: 2, a: [1], b: [2]}"));
		});
	}

	private static void unique(MongoCollection<Document> learners, String keys) {
		learners.createIndex(json(keys), new IndexOptions().unique(true));
	}

	private static void uniqueWhere(MongoCollection<Document> learners, String keys, String filter) {
		learners.createIndex(json(keys), new IndexOptions().unique(true).partialFilterExpression(json(filter)));
	}

	private static void assertDuplicate(ThrowingCallable write) {
		assertThat(errorCode(write)).isEqualTo(11000);
	}

}
