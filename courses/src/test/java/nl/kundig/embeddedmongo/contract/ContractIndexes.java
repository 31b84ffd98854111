package nl.kundig.embeddedmongo.contract;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.ids;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Indexes are created, listed and dropped, and never change what is found. */
final class ContractIndexes {

	private static final List<String> FILTERS = List.of("{a: 1}", "{a: null}", "{a: {$ne: null}}", "{a: {$gt: 0}}",
			"{a: {$gte: 1, $lt: 3}}", "{a: {$in: [1, null]}}", "{a: {$exists: true}}", "{a: {$exists: false}}",
			"{a: {$ne: 1}}", "{a: [1, 2]}", "{a: []}", "{a: {$size: 2}}", "{a: {$elemMatch: {$gt: 1, $lt: 3}}}",
			"{a: {$all: [1, 2]}}", "{a: {$type: 'string'}}", "{a: /^te/}", "{a: {$not: {$gt: 1}}}", "{a: 1, b: 2}",
			"{a: {$gt: 0}, b: {$gt: 1}}", "{$or: [{a: 1}, {b: 3}]}", "{b: 2}", "{a: {$lte: 'x'}}",
			"{a: {$nin: [1, 2]}}", "{a: {x: 1}}", "{'a.x': 1}", "{a: {$gt: 0, $lt: 2}}", "{a: NumberDecimal('1.0')}",
			"{a: {$mod: [2, 0]}}", "{a: {$lt: ISODate('2027-01-01T00:00:00Z')}}", "{a: true}");

	private static final List<String> ORDERS = List.of("{_id: 1}", "{a: 1, _id: 1}", "{a: -1, b: 1, _id: 1}",
			"{b: 1, _id: -1}", "{b: -1, a: 1, _id: 1}");

	private ContractIndexes() {
	}

	static void addTo(Contract contract) {
		listing(contract);
		dropping(contract);
		conflicts(contract);
		sameResults(contract);
	}

	private static void listing(Contract contract) {
		contract.promise("an index is named after its fields", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			assertThat(learners.createIndex(json("{a: 1, 'b.c': -1}"))).isEqualTo("a_1_b.c_-1");
			assertThat(learners.createIndex(json("{d: 1}"), new IndexOptions().name("by d"))).isEqualTo("by d");
			assertThat(names(learners)).containsExactlyInAnyOrder("_id_", "a_1_b.c_-1", "by d");
		});
		contract.promise("a listed index tells its keys and options", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			learners.createIndex(json("{a: 1, b: -1}"), new IndexOptions().unique(true));
			learners.createIndex(json("{c: 1}"), new IndexOptions().sparse(true));
			learners.createIndex(json("{d: 1}"), new IndexOptions().partialFilterExpression(json("{e: {$gt: 5}}")));
			assertThat(index(learners, "a_1_b_-1")).containsEntry("unique", true);
			assertThat(index(learners, "a_1_b_-1").get("key", Document.class).entrySet())
				.containsExactlyElementsOf(json("{a: 1, b: -1}").entrySet());
			assertThat(index(learners, "c_1")).containsEntry("sparse", true);
			assertThat(index(learners, "d_1")).containsEntry("partialFilterExpression", json("{e: {$gt: 5}}"))
				.doesNotContainEntry("unique", true);
		});
		contract.promise("an index with an expiry is accepted and listed", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			learners.createIndex(json("{until: 1}"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS));
			assertThat(((Number) index(learners, "until_1").get("expireAfterSeconds")).longValue()).isEqualTo(3600);
		});
		contract.promise("creating an index creates the collection, and again changes nothing", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true));
			learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true));
			assertThat(scene.database().listCollectionNames()).contains("learners");
			assertThat(names(learners)).containsExactlyInAnyOrder("_id_", "a_1");
		});
	}

	private static void dropping(Contract contract) {
		contract.promise("an index is dropped by name or by keys, and enforces nothing any more", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 1}");
			learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true));
			learners.createIndex(json("{b: 1}"), new IndexOptions().unique(true));
			learners.dropIndex("a_1");
			learners.insertOne(json("{_id: 2, a: 1, b: 2}"));
			learners.dropIndex(json("{b: 1}"));
			learners.insertOne(json("{_id: 3, a: 1, b: 1}"));
			assertThat(names(learners)).containsExactly("_id_");
		});
		contract.promise("an index that is not there is not dropped", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			Document drop = json("{dropIndexes: 'learners', index: 'none_1'}");
			assertThat(errorCode(() -> scene.database().runCommand(drop))).isEqualTo(27);
			assertThat(names(learners)).containsExactly("_id_");
		});
		contract.promise("the index of the id is not dropped", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			assertThat(errorCode(() -> learners.dropIndex("_id_"))).isEqualTo(72);
			assertThat(errorCode(() -> learners.insertOne(json("{_id: 1}")))).isEqualTo(11000);
		});
		contract.promise("dropping all indexes leaves the id's and those of other collections", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			MongoCollection<Document> others = scene.collection("others");
			learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true));
			learners.createIndex(json("{b: 1}"));
			others.createIndex(json("{a: 1}"), new IndexOptions().unique(true));
			others.insertOne(json("{_id: 1, a: 1}"));
			learners.dropIndexes();
			assertThat(names(learners)).containsExactly("_id_");
			assertThat(names(others)).containsExactlyInAnyOrder("_id_", "a_1");
			learners.insertOne(json("{_id: 2, a: 1}"));
			assertThat(errorCode(() -> learners.insertOne(json("{_id: 2}")))).isEqualTo(11000);
			assertThat(errorCode(() -> others.insertOne(json("{_id: 2, a: 1}")))).isEqualTo(11000);
		});
		contract.promise("two collections have indexes of one name, and dropping one keeps the other", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			MongoCollection<Document> others = scene.collection("others");
			IndexOptions mine = new IndexOptions().name("mine").unique(true);
			learners.createIndex(json("{a: 1}"), mine);
			others.createIndex(json("{b: 1}"), mine);
			others.insertOne(json("{_id: 1, b: 1}"));
			learners.dropIndex("mine");
			assertThat(names(others)).containsExactlyInAnyOrder("_id_", "mine");
			assertThat(errorCode(() -> others.insertOne(json("{_id: 2, b: 1}")))).isEqualTo(11000);
		});
	}

	private static void conflicts(Contract contract) {
		contract.promise("a name of an index with other keys is refused", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			learners.createIndex(json("{a: 1}"), new IndexOptions().name("mine"));
			assertThat(errorCode(() -> learners.createIndex(json("{b: 1}"), new IndexOptions().name("mine"))))
				.isEqualTo(86);
			assertThat(names(learners)).containsExactlyInAnyOrder("_id_", "mine");
		});
		contract.promise("a second index of the same keys under another name is refused", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			learners.createIndex(json("{a: 1}"));
			assertThat(errorCode(() -> learners.createIndex(json("{a: 1}"), new IndexOptions().name("other"))))
				.isEqualTo(85);
			assertThat(names(learners)).containsExactlyInAnyOrder("_id_", "a_1");
		});
		contract.promise("an index does not become unique by creating it again", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			learners.createIndex(json("{a: 1}"));
			assertThat(errorCode(() -> learners.createIndex(json("{a: 1}"), new IndexOptions().unique(true)))).isIn(85,
					86);
			learners.insertOne(json("{_id: 2, a: 1}"));
		});
		contract.promise("an index is not sparse and partial at once, and not partial by $ne", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			IndexOptions both = new IndexOptions().sparse(true).partialFilterExpression(json("{b: 1}"));
			assertThat(errorCode(() -> learners.createIndex(json("{a: 1}"), both))).isEqualTo(67);
			IndexOptions not = new IndexOptions().partialFilterExpression(json("{b: {$ne: 1}}"));
			assertThat(errorCode(() -> learners.createIndex(json("{a: 1}"), not))).isEqualTo(67);
			assertThat(names(learners)).containsExactly("_id_");
		});
		contract.promise("an index has fields, and each a direction", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			assertThat(errorCode(() -> learners.createIndex(json("{a: 0}"), new IndexOptions().name("x"))))
				.isEqualTo(67);
			assertThat(errorCode(() -> learners.createIndex(json("{a: 'up'}"), new IndexOptions().name("x"))))
				.isEqualTo(67);
		});
		contract.promise("a compound index takes one array per document", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1, 2], b: 1}", "{_id: 2, a: 1, b: [1, 2]}");
			learners.createIndex(json("{a: 1, b: 1}"));
			assertThat(errorCode(() -> learners.insertOne(json("{_id: 3, a: [1], b: [2]}")))).isEqualTo(171);
			assertThat(errorCode(() -> learners.updateOne(json("{_id: 1}"), json("{$set: {b: [5]}}")))).isEqualTo(171);
			assertThat(ids(learners.find())).containsExactlyInAnyOrder(1, 2);
			assertThat(ids(learners.find(json("{a: 2, b: 1}")))).containsExactly(1);
		});
	}

	private static void sameResults(Contract contract) {
		for (String index : List.of("{a: 1}", "{a: -1}", "{a: 1, b: 1}", "{b: -1, a: 1}", "{a: 1, _id: 1}",
				"{b: 1, _id: -1}", "{b: 1, a: -1, _id: -1}")) {
			contract.promise("the index " + index + " changes no result", (scene) -> {
				MongoCollection<Document> learners = various(scene);
				List<String> without = answers(learners);
				learners.createIndex(json(index));
				assertSame(answers(learners), without);
			});
		}
		contract.promise("sparse and partial indexes change no result", (scene) -> {
			MongoCollection<Document> learners = various(scene);
			List<String> without = answers(learners);
			learners.createIndex(json("{a: 1}"), new IndexOptions().sparse(true));
			learners.createIndex(json("{b: 1}"), new IndexOptions().partialFilterExpression(json("{a: {$gt: 1}}")));
			learners.createIndex(json("{a: 1, b: -1}"),
					new IndexOptions().partialFilterExpression(json("{b: {$exists: true}}")));
			assertSame(answers(learners), without);
		});
		contract.promise("a hint changes no result", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2}", "{_id: 3, a: 3}");
			learners.createIndex(json("{a: 1}"));
			learners.createIndex(json("{b: 1}"));
			assertThat(ids(learners.find(json("{a: {$gt: 1}}")).hint(json("{b: 1}")))).containsExactly(3);
			assertThat(ids(learners.find(json("{a: null}")).hintString("a_1"))).containsExactly(2);
		});
		contract.promise("an index follows updates and deletes", (scene) -> {
			MongoCollection<Document> learners = various(scene);
			learners.createIndex(json("{a: 1, b: 1}"));
			learners.updateMany(json("{a: {$gt: 1}}"), json("{$set: {a: [7, 8]}}"));
			learners.updateMany(json("{a: null}"), json("{$set: {a: 0}}"));
			learners.deleteMany(json("{a: 1}"));
			List<String> with = answers(learners);
			learners.dropIndexes();
			assertSame(with, answers(learners));
			assertThat(learners.countDocuments(json("{a: 8}"))).isPositive();
		});
	}

	private static MongoCollection<Document> various(ContractScene scene) {
		return scene.given("{_id: 1, a: 1, b: 2}", "{_id: 2, a: [1, 2], b: 3}", "{_id: 3}", "{_id: 4, a: null, b: 1}",
				"{_id: 5, a: []}", "{_id: 6, a: 'text', b: 2}", "{_id: 7, a: [null, 5]}", "{_id: 8, a: {x: 1}}",
				"{_id: 9, a: [{x: 1}, {x: 2}], b: 3}", "{_id: 10, a: [[1, 2]], b: 2}",
				"{_id: 11, a: NumberDecimal('1.0')}", "{_id: 12, a: 2.5, b: 2}", "{_id: 13, a: NumberLong(3), b: 3}",
				"{_id: 14, a: true}", "{_id: 15, a: ISODate('2026-01-01T00:00:00Z')}", "{_id: 16, a: MinKey}",
				"{_id: 17, a: [0, 3], b: 2}", "{_id: 18, a: 1, b: null}", "{_id: 19, b: 2}",
				"{_id: 20, a: -5, b: 'x'}");
	}

	/**
	 * What each filter finds in each order, and the second page of it; the id decides
	 * between equals.
	 */
	private static List<String> answers(MongoCollection<Document> learners) {
		return FILTERS.stream().flatMap((filter) -> ORDERS.stream().map((order) -> {
			List<Object> all = ids(learners.find(json(filter)).sort(json(order)));
			List<Object> page = ids(learners.find(json(filter)).sort(json(order)).skip(2).limit(3));
			return filter + " by " + order + ": " + all + ", second page " + page;
		})).toList();
	}

	/** Shows what differs only, of some hundred answers. */
	private static void assertSame(List<String> with, List<String> without) {
		assertThat(with).filteredOn((answer) -> !without.contains(answer)).isEmpty();
		assertThat(with).hasSameSizeAs(without);
	}

	private static List<String> names(MongoCollection<Document> learners) {
		return StreamSupport.stream(learners.listIndexes().spliterator(), false)
			.map((index) -> index.getString("name"))
			.toList();
	}

	private static Document index(MongoCollection<Document> learners, String name) {
		return StreamSupport.stream(learners.listIndexes().spliterator(), false)
			.filter((index) -> name.equals(index.getString("name")))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no index " + name));
	}

}
