package nl.kundig.embeddedmongo.contract;

import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static nl.kundig.embeddedmongo.contract.ContractUpdates.assertCounts;
import static nl.kundig.embeddedmongo.contract.ContractUpdates.assertUpdates;
import static nl.kundig.embeddedmongo.contract.ContractUpdates.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** What update operators do to arrays, as a whole and by position. */
final class ContractArrayUpdates {

	private ContractArrayUpdates() {
	}

	static void addTo(Contract contract) {
		adding(contract);
		removing(contract);
		positions(contract);
		arrayFilters(contract);
	}

	private static void adding(Contract contract) {
		contract.promise("$push appends a value, also an array, and starts a missing field", (scene) -> {
			scene.given("{_id: 1, a: [1], c: []}");
			assertUpdates(scene, "{$push: {a: 1, b: {d: 1}, c: [2, 3]}}",
					"{_id: 1, a: [1, 1], c: [[2, 3]], b: [{d: 1}]}");
		});
		contract.promise("$push with $each appends several values", (scene) -> {
			scene.given("{_id: 1, a: [1]}");
			assertUpdates(scene, "{$push: {a: {$each: [2, 3]}}}", "{_id: 1, a: [1, 2, 3]}");
			assertUpdates(scene, "{$push: {a: {$each: []}}}", "{_id: 1, a: [1, 2, 3]}");
		});
		contract.promise("$push sorts first and slices then", (scene) -> {
			scene.given("{_id: 1, a: [{s: 8}, {s: 3}], b: [5, 1]}");
			assertUpdates(scene, "{$push: {a: {$each: [{s: 9}, {s: 5}], $sort: {s: -1}, $slice: 3}}}",
					"{_id: 1, a: [{s: 9}, {s: 8}, {s: 5}], b: [5, 1]}");
			assertUpdates(scene, "{$push: {b: {$each: [3], $sort: 1, $slice: -2}}}",
					"{_id: 1, a: [{s: 9}, {s: 8}, {s: 5}], b: [3, 5]}");
		});
		contract.promise("$push with $position inserts there, counted from either end", (scene) -> {
			scene.given("{_id: 1, a: [1, 2, 3]}");
			assertUpdates(scene, "{$push: {a: {$each: [9, 8], $position: 0}}}", "{_id: 1, a: [9, 8, 1, 2, 3]}");
			assertUpdates(scene, "{$push: {a: {$each: [7], $position: -1}}}", "{_id: 1, a: [9, 8, 1, 2, 7, 3]}");
			assertUpdates(scene, "{$push: {a: {$each: [6], $position: 99}}}", "{_id: 1, a: [9, 8, 1, 2, 7, 3, 6]}");
		});
		contract.promise("$addToSet adds what is not there yet", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1, 2]}");
			assertCounts(learners.updateOne(json("{_id: 1}"), json("{$addToSet: {a: 2}}")), 1, 0);
			assertUpdates(scene, "{$addToSet: {a: {$each: [2, 3, 3, 4]}, b: 'x'}}",
					"{_id: 1, a: [1, 2, 3, 4], b: ['x']}");
		});
		contract.promise("$addToSet compares numbers by value and documents by the order of their fields", (scene) -> {
			scene.given("{_id: 1, a: [1, {b: 1, c: 2}]}");
			assertUpdates(scene, "{$addToSet: {a: {$each: [1.0, NumberLong(1), {b: 1, c: 2}]}}}",
					"{_id: 1, a: [1, {b: 1, c: 2}]}");
			assertUpdates(scene, "{$addToSet: {a: {c: 2, b: 1}}}", "{_id: 1, a: [1, {b: 1, c: 2}, {c: 2, b: 1}]}");
		});
		contract.promise("$push and $addToSet refuse a field that is no array", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(refused(learners, "{$push: {a: 2}}")).isEqualTo(2);
			assertThat(refused(learners, "{$addToSet: {a: 2}}")).isEqualTo(2);
			assertDocuments(learners.find(), "{_id: 1, a: 1}");
		});
	}

	private static void removing(Contract contract) {
		contract.promise("$pull removes every equal value", (scene) -> {
			scene.given("{_id: 1, a: [1, 2, 1, 3], b: ['x']}");
			assertUpdates(scene, "{$pull: {a: 1, b: 'y', none: 5}}", "{_id: 1, a: [2, 3], b: ['x']}");
		});
		contract.promise("$pull takes conditions on values", (scene) -> {
			scene.given("{_id: 1, a: [1, 5, 8, 9], b: ['x', 'y', 'z']}");
			assertUpdates(scene, "{$pull: {a: {$gte: 8}, b: {$in: ['x', 'z']}}}", "{_id: 1, a: [1, 5], b: ['y']}");
		});
		contract.promise("$pull takes conditions on documents in the array", (scene) -> {
			scene.given("{_id: 1, a: [{i: 'A', s: 5}, {i: 'B', s: 8, c: 1}, {s: 4, i: 'B'}]}");
			assertUpdates(scene, "{$pull: {a: {s: 8, i: 'B'}}}", "{_id: 1, a: [{i: 'A', s: 5}, {s: 4, i: 'B'}]}");
			assertUpdates(scene, "{$pull: {a: {s: {$lt: 5}}}}", "{_id: 1, a: [{i: 'A', s: 5}]}");
		});
		contract.promise("$pullAll removes all listed values", (scene) -> {
			scene.given("{_id: 1, a: [0, 2, 5, 5, 1, 0]}");
			assertUpdates(scene, "{$pullAll: {a: [0, 5]}}", "{_id: 1, a: [2, 1]}");
		});
		contract.promise("$pop removes the last or the first", (scene) -> {
			scene.given("{_id: 1, a: [1, 2, 3], b: [1, 2, 3], c: []}");
			assertUpdates(scene, "{$pop: {a: 1, b: -1, c: 1}}", "{_id: 1, a: [1, 2], b: [2, 3], c: []}");
		});
		contract.promise("$pull and $pop refuse a field that is no array", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(refused(learners, "{$pull: {a: 1}}")).isEqualTo(2);
			assertThat(refused(learners, "{$pop: {a: 1}}")).isEqualTo(14);
		});
	}

	private static void positions(Contract contract) {
		contract.promise("the positional operator changes the element the filter found", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [{q: 1, n: 5}, {q: 2, n: 6}, {q: 2, n: 7}]}");
			learners.updateOne(json("{_id: 1, 'a.q': 2}"), json("{$set: {'a.$.n': 0}}"));
			assertDocuments(learners.find(), "{_id: 1, a: [{q: 1, n: 5}, {q: 2, n: 0}, {q: 2, n: 7}]}");
			learners.updateOne(json("{_id: 1, a: {$elemMatch: {q: 2, n: 7}}}"), json("{$inc: {'a.$.n': 1}}"));
			assertDocuments(learners.find(), "{_id: 1, a: [{q: 1, n: 5}, {q: 2, n: 0}, {q: 2, n: 8}]}");
		});
		contract.promise("the positional operator needs a condition on the array", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1, 2]}");
			assertThat(refused(learners, "{$set: {'a.$': 5}}")).isEqualTo(2);
			assertDocuments(learners.find(), "{_id: 1, a: [1, 2]}");
		});
		contract.promise("$[] changes every element", (scene) -> {
			scene.given("{_id: 1, a: [1, 2], b: [{c: 1}, {c: 2}]}");
			assertUpdates(scene, "{$inc: {'a.$[]': 10, 'b.$[].c': 1}}", "{_id: 1, a: [11, 12], b: [{c: 2}, {c: 3}]}");
		});
	}

	private static void arrayFilters(Contract contract) {
		contract.promise("an array filter chooses the elements to change", (scene) -> {
			scene.given("{_id: 1, a: [95, 102, 90, 101], b: [{q: 1, n: 0}, {q: 2, n: 0}]}");
			assertFiltered(scene, "{$set: {'a.$[high]': 100}}",
					"{_id: 1, a: [95, 100, 90, 100], b: [{q: 1, n: 0}, {q: 2, n: 0}]}", "{high: {$gt: 100}}");
			assertFiltered(scene, "{$inc: {'b.$[it].n': 1}}",
					"{_id: 1, a: [95, 100, 90, 100], b: [{q: 1, n: 0}, {q: 2, n: 1}]}", "{'it.q': 2}");
		});
		contract.promise("array filters reach into arrays within arrays", (scene) -> {
			scene.given("{_id: 1, a: [{w: 1, d: [{n: 1}, {n: 2}]}, {w: 2, d: [{n: 2}]}]}");
			assertFiltered(scene, "{$set: {'a.$[week].d.$[day].done': true}}",
					"{_id: 1, a: [{w: 1, d: [{n: 1}, {n: 2, done: true}]}, {w: 2, d: [{n: 2}]}]}", "{'week.w': 1}",
					"{'day.n': 2}");
			assertFiltered(scene, "{$set: {'a.$[].d.$[day].n': 9}}",
					"{_id: 1, a: [{w: 1, d: [{n: 1}, {n: 9, done: true}]}, {w: 2, d: [{n: 9}]}]}", "{'day.n': 2}");
		});
		contract.promise("an array filter that finds no element changes nothing", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1, 2]}");
			assertCounts(learners.updateOne(json("{_id: 1}"), json("{$set: {'a.$[x]': 0}}"), filters("{x: 7}")), 1, 0);
		});
		contract.promise("every array filter must be used and every one used must be given", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1, 2]}");
			assertThat(refused(learners, "{$set: {'a.$[x]': 0}}")).isEqualTo(2);
			assertThat(errorCode(() -> learners.updateOne(json("{_id: 1}"), json("{$set: {'a.$[x]': 0}}"),
					filters("{x: 1}", "{y: 1}"))))
				.isEqualTo(9);
			assertDocuments(learners.find(), "{_id: 1, a: [1, 2]}");
		});
	}

	private static void assertFiltered(ContractScene scene, String update, String expected, String... filters) {
		scene.learners().updateOne(json("{_id: 1}"), json(update), filters(filters));
		assertDocuments(scene.learners().find(), expected);
	}

	private static UpdateOptions filters(String... filters) {
		return new UpdateOptions().arrayFilters(List.of(filters).stream().map(Document::parse).toList());
	}

}
