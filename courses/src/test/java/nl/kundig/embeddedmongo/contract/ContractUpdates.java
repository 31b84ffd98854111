package nl.kundig.embeddedmongo.contract;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.result.UpdateResult;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What update operators do to fields, and what they refuse. */
final class ContractUpdates {

	private ContractUpdates() {
	}

	static void addTo(Contract contract) {
		setting(contract);
		numbers(contract);
		counts(contract);
		versions(contract);
		refused(contract);
	}

	private static void setting(Contract contract) {
		contract.promise("$set changes fields in place and creates missing paths", (scene) -> {
			scene.given("{_id: 1, a: 1, b: {c: 2}}");
			assertUpdates(scene, "{$set: {a: 'x', 'b.d': 3, 'e.f.g': 4}}",
					"{_id: 1, a: 'x', b: {c: 2, d: 3}, e: {f: {g: 4}}}");
		});
		contract.promise("$set replaces a document or array as a whole", (scene) -> {
			scene.given("{_id: 1, a: {b: 1, c: 2}, d: [1, 2]}");
			assertUpdates(scene, "{$set: {a: {b: 3}, d: []}}", "{_id: 1, a: {b: 3}, d: []}");
		});
		contract.promise("$set adds new fields in the order of their names", (scene) -> {
			scene.given("{_id: 1, z: 0}");
			assertUpdates(scene, "{$set: {c: 1, b: 2, a: 3}}", "{_id: 1, z: 0, a: 3, b: 2, c: 1}");
		});
		contract.promise("$set reaches a position in an array and fills the gap before it with null", (scene) -> {
			scene.given("{_id: 1, a: [1, 2]}");
			assertUpdates(scene, "{$set: {'a.1': 5, 'a.4': 6}}", "{_id: 1, a: [1, 5, null, null, 6]}");
		});
		contract.promise("$set to the same value matches and modifies nothing", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertCounts(learners.updateOne(json("{_id: 1}"), json("{$set: {a: 1}}")), 1, 0);
			assertCounts(learners.updateOne(json("{_id: 1}"), json("{$set: {a: 2}}")), 1, 1);
		});
		contract.promise("$unset removes a field and takes no notice of a missing one", (scene) -> {
			scene.given("{_id: 1, a: 1, b: {c: 1, d: 2}}");
			assertUpdates(scene, "{$unset: {a: '', 'b.c': 1}}", "{_id: 1, b: {d: 2}}");
			assertCounts(scene.learners().updateOne(json("{_id: 1}"), json("{$unset: {none: ''}}")), 1, 0);
		});
		contract.promise("$unset of an array element leaves null", (scene) -> {
			scene.given("{_id: 1, a: [1, 2, 3]}");
			assertUpdates(scene, "{$unset: {'a.1': ''}}", "{_id: 1, a: [1, null, 3]}");
		});
		contract.promise("$rename moves the value and overwrites what was there", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 2, c: 3}");
			learners.updateOne(json("{_id: 1}"), json("{$rename: {a: 'b', none: 'd'}}"));
			// The order of the fields is left open.
			assertThat(learners.find().first()).isEqualTo(json("{_id: 1, b: 1, c: 3}"));
		});
		contract.promise("several operators work on one document together", (scene) -> {
			scene.given("{_id: 1, n: 1, old: 'x', list: [1]}");
			assertUpdates(scene, "{$inc: {n: 1}, $set: {state: 'done'}, $unset: {old: ''}, $push: {list: 2}}",
					"{_id: 1, n: 2, list: [1, 2], state: 'done'}");
		});
		contract.promise("an operator without fields changes nothing", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertCounts(learners.updateOne(json("{_id: 1}"), json("{$set: {}}")), 1, 0);
		});
	}

	private static void numbers(Contract contract) {
		contract.promise("$inc adds, subtracts and starts a missing field", (scene) -> {
			scene.given("{_id: 1, a: 5, b: {c: 1}}");
			assertUpdates(scene, "{$inc: {a: 2, 'b.c': -3, d: 4}}", "{_id: 1, a: 7, b: {c: -2}, d: 4}");
		});
		contract.promise("$mul multiplies and starts a missing field at zero", (scene) -> {
			scene.given("{_id: 1, a: 5}");
			assertUpdates(scene, "{$mul: {a: 3, b: 7}}", "{_id: 1, a: 15, b: 0}");
		});
		contract.promise("$inc and $mul refuse what is no number", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 'x', b: null}");
			assertThat(refused(learners, "{$inc: {a: 1}}")).isEqualTo(14);
			assertThat(refused(learners, "{$inc: {b: 1}}")).isEqualTo(14);
			assertThat(refused(learners, "{$inc: {c: 'x'}}")).isEqualTo(14);
			assertThat(refused(learners, "{$mul: {a: 2}}")).isEqualTo(14);
			assertDocuments(learners.find(), "{_id: 1, a: 'x', b: null}");
		});
		contract.promise("$min and $max keep the smaller and larger value", (scene) -> {
			scene.given("{_id: 1, a: 5, b: 5, c: 5, d: 5}");
			assertUpdates(scene, "{$min: {a: 4, b: 6}, $max: {c: 4, d: 6}}", "{_id: 1, a: 4, b: 5, c: 5, d: 6}");
		});
		contract.promise("$min and $max set a missing field and compare types in sort order", (scene) -> {
			scene.given("{_id: 1, a: null, b: 5}");
			assertUpdates(scene, "{$max: {a: 1, b: 'text', c: 3}, $min: {d: 4}}",
					"{_id: 1, a: 1, b: 'text', c: 3, d: 4}");
		});
	}

	private static void counts(Contract contract) {
		contract.promise("updateOne changes one document and updateMany all it finds", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 1}",
					"{_id: 4, a: 2}");
			assertCounts(learners.updateOne(json("{a: 1}"), json("{$set: {b: 1}}")), 1, 1);
			assertThat(learners.countDocuments(json("{b: 1}"))).isEqualTo(1);
			assertCounts(learners.updateMany(json("{a: 1}"), json("{$set: {b: 1}}")), 3, 2);
			assertThat(learners.countDocuments(json("{b: 1}"))).isEqualTo(3);
			assertCounts(learners.updateMany(json("{a: 7}"), json("{$set: {b: 1}}")), 0, 0);
		});
		contract.promise("updateMany changes a document once when the change moves it in its index", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 2}", "{_id: 3, a: 3}");
			learners.createIndex(json("{a: 1}"));
			assertCounts(learners.updateMany(json("{a: {$gt: 0}}"), json("{$inc: {a: 10}}")), 3, 3);
			assertDocuments(learners.find().sort(json("{_id: 1}")), "{_id: 1, a: 11}", "{_id: 2, a: 12}",
					"{_id: 3, a: 13}");
		});
		contract.promise("an update whose second operator fails changes nothing", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 'x'}");
			assertThat(errorCode(() -> learners.updateOne(json("{_id: 2}"), json("{$set: {b: 1}, $inc: {a: 1}}"))))
				.isEqualTo(14);
			assertDocuments(learners.find().sort(json("{_id: 1}")), "{_id: 1, a: 1}", "{_id: 2, a: 'x'}");
		});
	}

	private static void versions(Contract contract) {
		contract.promise("an update of id and version finds the current version only", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, version: NumberLong(3), a: 1}");
			assertCounts(learners.replaceOne(json("{_id: 1, version: NumberLong(2)}"),
					json("{_id: 1, version: NumberLong(3), a: 2}")), 0, 0);
			assertCounts(learners.replaceOne(json("{_id: 1, version: NumberLong(3)}"),
					json("{_id: 1, version: NumberLong(4), a: 3}")), 1, 1);
			assertDocuments(learners.find(), "{_id: 1, version: NumberLong(4), a: 3}");
		});
		contract.promise("a delete of id and version finds the current version only", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, version: NumberLong(3)}");
			assertThat(learners.deleteOne(json("{_id: 1, version: NumberLong(2)}")).getDeletedCount()).isZero();
			assertThat(learners.deleteOne(json("{_id: 1, version: NumberLong(3)}")).getDeletedCount()).isEqualTo(1);
		});
		contract.promise("a condition on a number gives away the last seat once", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, free: 1, enrolled: []}");
			Document lastSeat = json("{_id: 1, free: {$gt: 0}}");
			assertCounts(learners.updateOne(lastSeat, json("{$inc: {free: -1}, $push: {enrolled: 'ann'}}")), 1, 1);
			assertCounts(learners.updateOne(lastSeat, json("{$inc: {free: -1}, $push: {enrolled: 'bob'}}")), 0, 0);
			assertDocuments(learners.find(), "{_id: 1, free: 0, enrolled: ['ann']}");
		});
	}

	private static void refused(Contract contract) {
		contract.promise("the id cannot be changed", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(refused(learners, "{$set: {_id: 2}}")).isEqualTo(66);
			assertThat(refused(learners, "{$unset: {_id: ''}}")).isEqualTo(66);
			assertThat(errorCode(() -> learners.replaceOne(json("{a: 1}"), json("{_id: 2}")))).isEqualTo(66);
			assertUpdates(scene, "{$set: {_id: 1, a: 2}}", "{_id: 1, a: 2}");
		});
		contract.promise("two operators may not change one path or one within the other", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: {c: 1}}");
			assertThat(refused(learners, "{$set: {a: 2}, $inc: {a: 1}}")).isEqualTo(40);
			assertThat(refused(learners, "{$set: {b: {}, 'b.c': 2}}")).isEqualTo(40);
			assertDocuments(learners.find(), "{_id: 1, a: 1, b: {c: 1}}");
		});
		contract.promise("an unknown update operator is refused", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(refused(learners, "{$nothing: {a: 2}}")).isEqualTo(9);
			assertDocuments(learners.find(), "{_id: 1, a: 1}");
		});
		contract.promise("$set does not create a field whose name starts with a dollar", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(refused(learners, "{$set: {'$b': 2}}")).isEqualTo(52);
			assertDocuments(learners.find(), "{_id: 1, a: 1}");
		});
		contract.promise("a path cannot lead through a number or null", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: null}");
			assertThat(refused(learners, "{$set: {'a.x': 2}}")).isEqualTo(28);
			assertThat(refused(learners, "{$set: {'b.x': 2}}")).isEqualTo(28);
			assertDocuments(learners.find(), "{_id: 1, a: 1, b: null}");
		});
		contract.promise("a path may not have an empty part", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: {b: 1}}");
			assertThat(refused(learners, "{$set: {'a..b': 2}}")).isEqualTo(56);
			assertThat(refused(learners, "{$set: {'a.': 2}}")).isEqualTo(56);
		});
		contract.promise("updating many with a replacement is refused", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: 1}");
			Document reply = scene.database()
				.runCommand(json("{update: 'learners', updates: [{q: {a: 1}, u: {b: 1}, multi: true}]}"));
			assertThat(reply.getList("writeErrors", Document.class)).singleElement().extracting("code").isEqualTo(9);
			assertThat(learners.countDocuments(json("{a: 1}"))).isEqualTo(2);
		});
	}

	static void assertUpdates(ContractScene scene, String update, String expected) {
		assertThat(scene.learners().updateOne(json("{_id: 1}"), json(update)).getMatchedCount()).isEqualTo(1);
		assertDocuments(scene.learners().find(json("{_id: 1}")), expected);
	}

	static void assertCounts(UpdateResult result, long matched, long modified) {
		assertThat(result.getMatchedCount()).as("matched").isEqualTo(matched);
		assertThat(result.getModifiedCount()).as("modified").isEqualTo(modified);
	}

	static int refused(MongoCollection<Document> learners, String update) {
		return errorCode(() -> learners.updateOne(json("{_id: 1}"), json(update)));
	}

}
