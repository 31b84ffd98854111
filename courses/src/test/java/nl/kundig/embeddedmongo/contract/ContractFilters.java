package nl.kundig.embeddedmongo.contract;

import java.util.List;
import java.util.regex.Pattern;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.ids;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Which documents a filter finds. */
final class ContractFilters {

	private ContractFilters() {
	}

	static void addTo(Contract contract) {
		equality(contract);
		nullAndMissing(contract);
		ranges(contract);
		arrays(contract);
		logic(contract);
		patterns(contract);
		typesAndExpressions(contract);
		refused(contract);
	}

	private static void equality(Contract contract) {
		contract.promise("equality finds the value and an array that contains it", (scene) -> {
			scene.given("{_id: 1, a: 5}", "{_id: 2, a: [5, 6]}", "{_id: 3, a: 6}", "{_id: 4, a: '5'}");
			assertFinds(scene, "{a: 5}", 1, 2);
		});
		contract.promise("equality with an array finds that array and an array that contains it", (scene) -> {
			scene.given("{_id: 1, a: [1, 2]}", "{_id: 2, a: [2, 1]}", "{_id: 3, a: [[1, 2], 3]}",
					"{_id: 4, a: [1, 2, 3]}");
			assertFinds(scene, "{a: [1, 2]}", 1, 3);
		});
		contract.promise("equality with a document wants the same fields in the same order", (scene) -> {
			scene.given("{_id: 1, a: {h: 1, w: 2}}", "{_id: 2, a: {w: 2, h: 1}}", "{_id: 3, a: {h: 1, w: 2, x: 3}}");
			assertFinds(scene, "{a: {h: 1, w: 2}}", 1);
		});
		contract.promise("a dotted path reaches into documents and arrays of documents", (scene) -> {
			scene.given("{_id: 1, a: {b: 5}}", "{_id: 2, a: [{b: 4}, {b: 5}]}", "{_id: 3, a: {b: 6}}",
					"{_id: 4, a: 5}");
			assertFinds(scene, "{'a.b': 5}", 1, 2);
		});
		contract.promise("a number in a path is a position in an array", (scene) -> {
			scene.given("{_id: 1, a: [5, 6]}", "{_id: 2, a: [6, 5]}", "{_id: 3, a: [{b: 6}, {b: 5}]}",
					"{_id: 4, a: 5}");
			assertFinds(scene, "{'a.0': 5}", 1);
			assertFinds(scene, "{'a.1.b': 5}", 3);
		});
		contract.promise("an id may be a document", (scene) -> {
			scene.given("{_id: {learner: 'ann', cycle: 1}}", "{_id: {learner: 'ann', cycle: 2}}");
			assertThat(scene.learners().find(json("{_id: {learner: 'ann', cycle: 2}}"))).hasSize(1);
			assertThat(scene.learners().find(json("{'_id.learner': 'ann'}"))).hasSize(2);
		});
		contract.promise("$in finds each of several ids once", (scene) -> {
			scene.given("{_id: 1}", "{_id: 2}", "{_id: 3}");
			assertFinds(scene, "{_id: {$in: [3, 1, 9, 1]}}", 1, 3);
		});
		contract.promise("$in looks into arrays", (scene) -> {
			scene.given("{_id: 1, a: [1, 2]}", "{_id: 2, a: 2}", "{_id: 3, a: [3]}");
			assertFinds(scene, "{a: {$in: [2, 7]}}", 1, 2);
			assertFinds(scene, "{a: {$in: []}}");
		});
		contract.promise("$in looks into arrays but not into arrays within them", (scene) -> {
			scene.given("{_id: 1, a: [[1, 2]]}", "{_id: 2, a: [1]}", "{_id: 3, a: [[1], 2]}");
			assertFinds(scene, "{a: {$in: [1, null]}}", 2);
			assertFinds(scene, "{a: {$in: [[1, 2], 2]}}", 1, 3);
		});
		contract.promise("the boolean true is not the number one", (scene) -> {
			scene.given("{_id: 1, a: true}", "{_id: 2, a: 1}", "{_id: 3, a: 'true'}");
			assertFinds(scene, "{a: true}", 1);
			assertFinds(scene, "{a: 1}", 2);
		});
		contract.promise("numbers are equal whatever their type", (scene) -> {
			scene.given("{_id: 1, a: 1}", "{_id: 2, a: NumberLong(1)}", "{_id: 3, a: 1.0}",
					"{_id: 4, a: NumberDecimal('1.00')}", "{_id: 5, a: 1.5}");
			for (String one : List.of("1", "NumberLong(1)", "1.0", "NumberDecimal('1')")) {
				assertFinds(scene, "{a: " + one + "}", 1, 2, 3, 4);
				assertFinds(scene, "{a: {$in: [" + one + "]}}", 1, 2, 3, 4);
			}
		});
	}

	private static void nullAndMissing(Contract contract) {
		contract.promise("null finds null and missing", (scene) -> {
			scene.given("{_id: 1, a: null}", "{_id: 2}", "{_id: 3, a: 5}", "{_id: 4, a: [null, 1]}", "{_id: 5, a: []}");
			assertFinds(scene, "{a: null}", 1, 2, 4);
		});
		contract.promise("$ne null finds only what has a value", (scene) -> {
			scene.given("{_id: 1, a: null}", "{_id: 2}", "{_id: 3, a: 0}", "{_id: 4, a: ''}", "{_id: 5, a: []}");
			assertFinds(scene, "{a: {$ne: null}}", 3, 4, 5);
		});
		contract.promise("$exists tells missing from null", (scene) -> {
			scene.given("{_id: 1, a: null}", "{_id: 2}", "{_id: 3, a: {b: 1}}");
			assertFinds(scene, "{a: {$exists: true}}", 1, 3);
			assertFinds(scene, "{a: {$exists: false}}", 2);
			assertFinds(scene, "{'a.b': {$exists: false}}", 1, 2);
		});
		contract.promise("null in $in finds missing, in $nin it leaves missing out", (scene) -> {
			scene.given("{_id: 1, a: null}", "{_id: 2}", "{_id: 3, a: 5}", "{_id: 4, a: 6}");
			assertFinds(scene, "{a: {$in: [null, 5]}}", 1, 2, 3);
			assertFinds(scene, "{a: {$nin: [null, 5]}}", 4);
		});
		contract.promise("null on a nested path finds where any part of the path is missing", (scene) -> {
			scene.given("{_id: 1}", "{_id: 2, a: {}}", "{_id: 3, a: {b: null}}", "{_id: 4, a: {b: 1}}");
			assertFinds(scene, "{'a.b': null}", 1, 2, 3);
		});
		contract.promise("$type null finds null but not missing", (scene) -> {
			scene.given("{_id: 1, a: null}", "{_id: 2}", "{_id: 3, a: 5}");
			assertFinds(scene, "{a: {$type: 'null'}}", 1);
			assertFinds(scene, "{a: {$type: 10}}", 1);
		});
	}

	private static void ranges(Contract contract) {
		contract.promise("$ne and $nin leave out arrays that contain the value and find missing", (scene) -> {
			scene.given("{_id: 1, a: 5}", "{_id: 2, a: [5, 6]}", "{_id: 3, a: 6}", "{_id: 4}");
			assertFinds(scene, "{a: {$ne: 5}}", 3, 4);
			assertFinds(scene, "{a: {$nin: [5, 7]}}", 3, 4);
		});
		contract.promise("a range finds only values of the type it compares with", (scene) -> {
			scene.given("{_id: 1, a: 2}", "{_id: 2, a: '2'}", "{_id: 3, a: null}", "{_id: 4}", "{_id: 5, a: true}",
					"{_id: 6, a: ISODate('2026-01-01T00:00:00Z')}", "{_id: 7, a: NumberDecimal('2')}");
			assertFinds(scene, "{a: {$gt: 1}}", 1, 7);
			assertFinds(scene, "{a: {$gte: ''}}", 2);
			assertFinds(scene, "{a: {$lt: ISODate('2027-01-01T00:00:00Z')}}", 6);
		});
		contract.promise("a range compares numbers of all types", (scene) -> {
			scene.given("{_id: 1, a: 1}", "{_id: 2, a: NumberLong(2)}", "{_id: 3, a: 2.5}",
					"{_id: 4, a: NumberDecimal('3.5')}");
			assertFinds(scene, "{a: {$gte: NumberDecimal('2.0'), $lt: 3.5}}", 2, 3);
			assertFinds(scene, "{a: {$gt: NumberLong(2), $lte: 3.5}}", 3, 4);
		});
		contract.promise("a range on dates has inclusive and exclusive ends", (scene) -> {
			scene.given("{_id: 1, a: ISODate('2026-01-01T00:00:00Z')}",
					"{_id: 2, a: ISODate('2026-01-01T00:00:00.001Z')}", "{_id: 3, a: ISODate('2026-02-01T00:00:00Z')}");
			assertFinds(scene, "{a: {$gte: ISODate('2026-01-01T00:00:00Z'), $lt: ISODate('2026-02-01T00:00:00Z')}}", 1,
					2);
			assertFinds(scene, "{a: {$gt: ISODate('2026-01-01T00:00:00Z')}}", 2, 3);
		});
		contract.promise("conditions on one array may be met by different elements", (scene) -> {
			scene.given("{_id: 1, a: [14, 21]}", "{_id: 2, a: [16]}", "{_id: 3, a: [21, 30]}");
			assertFinds(scene, "{a: {$gt: 15, $lt: 20}}", 1, 2);
		});
	}

	private static void arrays(Contract contract) {
		contract.promise("$elemMatch wants one element that meets all conditions", (scene) -> {
			scene.given("{_id: 1, a: [14, 21]}", "{_id: 2, a: [16, 30]}", "{_id: 3, a: 16}");
			assertFinds(scene, "{a: {$elemMatch: {$gt: 15, $lt: 20}}}", 2);
		});
		contract.promise("dotted conditions may be met by different documents, $elemMatch wants one", (scene) -> {
			scene.given("{_id: 1, a: [{p: 'x', s: 8}, {p: 'y', s: 3}]}",
					"{_id: 2, a: [{p: 'x', s: 3}, {p: 'y', s: 8}]}");
			assertFinds(scene, "{'a.p': 'x', 'a.s': 8}", 1, 2);
			assertFinds(scene, "{a: {$elemMatch: {p: 'x', s: 8}}}", 1);
		});
		contract.promise("$not with $elemMatch finds what has no such element", (scene) -> {
			scene.given("{_id: 1, roles: [{role: 'judge', until: null}]}",
					"{_id: 2, roles: [{role: 'judge', until: 5}]}", "{_id: 3, roles: []}", "{_id: 4}");
			assertFinds(scene, "{roles: {$not: {$elemMatch: {role: 'judge', until: null}}}}", 2, 3, 4);
		});
		contract.promise("$all wants every value in any order", (scene) -> {
			scene.given("{_id: 1, a: [1, 2, 3]}", "{_id: 2, a: [3, 1]}", "{_id: 3, a: [1]}", "{_id: 4, a: 1}");
			assertFinds(scene, "{a: {$all: [3, 1]}}", 1, 2);
			assertFinds(scene, "{a: {$all: [1]}}", 1, 2, 3, 4);
		});
		contract.promise("$size counts the elements of an array", (scene) -> {
			scene.given("{_id: 1, a: []}", "{_id: 2, a: [1]}", "{_id: 3, a: [1, 2]}", "{_id: 4, a: 1}", "{_id: 5}");
			assertFinds(scene, "{a: {$size: 0}}", 1);
			assertFinds(scene, "{a: {$size: 1}}", 2);
		});
	}

	private static void logic(Contract contract) {
		contract.promise("$not finds missing fields too", (scene) -> {
			scene.given("{_id: 1, a: 1}", "{_id: 2, a: 3}", "{_id: 3}");
			assertFinds(scene, "{a: {$not: {$gt: 2}}}", 1, 3);
		});
		contract.promise("$or, $and and $nor combine with other conditions", (scene) -> {
			scene.given("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 1, b: 2}", "{_id: 3, a: 2, b: 1}", "{_id: 4}");
			assertFinds(scene, "{a: 1, $or: [{b: 2}, {b: 3}]}", 2);
			assertFinds(scene, "{$or: [{a: 2}, {b: 2}]}", 2, 3);
			assertFinds(scene, "{$and: [{a: 1}, {$or: [{b: 1}, {b: 2}]}]}", 1, 2);
			assertFinds(scene, "{$nor: [{a: 1}, {b: 1}]}", 4);
		});
	}

	private static void patterns(Contract contract) {
		contract.promise("$regex is case-sensitive unless told otherwise", (scene) -> {
			scene.given("{_id: 1, a: 'Signaal'}", "{_id: 2, a: 'signaal'}", "{_id: 3, a: 'een signaal'}",
					"{_id: 4, a: 5}");
			assertFinds(scene, "{a: {$regex: '^signaal'}}", 2);
			assertFinds(scene, "{a: {$regex: '^signaal', $options: 'i'}}", 1, 2);
		});
		contract.promise("$regex options m, s and x mean lines, dot-all and extended", (scene) -> {
			scene.given("{_id: 1, a: 'one\\ntwo'}");
			assertFinds(scene, "{a: {$regex: '^two'}}");
			assertFinds(scene, "{a: {$regex: '^two', $options: 'm'}}", 1);
			assertFinds(scene, "{a: {$regex: 'one.two'}}");
			assertFinds(scene, "{a: {$regex: 'one.two', $options: 's'}}", 1);
			assertFinds(scene, "{a: {$regex: 't w o # spaced', $options: 'x'}}", 1);
		});
		contract.promise("a pattern may be the value, an element of $in, or under $not", (scene) -> {
			scene.given("{_id: 1, a: 'abc'}", "{_id: 2, a: ['xyz', 'abd']}", "{_id: 3, a: 'x'}", "{_id: 4}");
			assertFinds(scene, "{a: /^ab/}", 1, 2);
			assertFinds(scene, "{a: {$in: [/^ABC/i, 'x']}}", 1, 3);
			assertFinds(scene, "{a: {$not: /^ab/}}", 3, 4);
			assertThat(ids(scene.learners().find(new Document("a", Pattern.compile("C$", Pattern.CASE_INSENSITIVE)))))
				.containsExactly(1);
		});
	}

	private static void typesAndExpressions(Contract contract) {
		contract.promise("$type knows aliases, numbers, lists and looks into arrays", (scene) -> {
			scene.given("{_id: 1, a: 'x'}", "{_id: 2, a: ['x', 1]}", "{_id: 3, a: 1}", "{_id: 4, a: NumberLong(1)}",
					"{_id: 5, a: 1.5}", "{_id: 6, a: NumberDecimal('1')}", "{_id: 7, a: true}");
			assertFinds(scene, "{a: {$type: 'string'}}", 1, 2);
			assertFinds(scene, "{a: {$type: 2}}", 1, 2);
			assertFinds(scene, "{a: {$type: 'array'}}", 2);
			assertFinds(scene, "{a: {$type: 'number'}}", 2, 3, 4, 5, 6);
			assertFinds(scene, "{a: {$type: ['long', 'bool']}}", 4, 7);
		});
		contract.promise("$mod divides and compares the remainder", (scene) -> {
			scene.given("{_id: 1, a: 4}", "{_id: 2, a: 5}", "{_id: 3, a: NumberLong(8)}", "{_id: 4, a: 'x'}");
			assertFinds(scene, "{a: {$mod: [4, 0]}}", 1, 3);
		});
		contract.promise("$expr compares two fields of a document", (scene) -> {
			scene.given("{_id: 1, seats: 20, taken: 20}", "{_id: 2, seats: 20, taken: 7}");
			assertFinds(scene, "{$expr: {$lt: ['$taken', '$seats']}}", 2);
		});
	}

	private static void refused(Contract contract) {
		contract.promise("an unknown operator is refused", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(errorCode(() -> learners.find(json("{a: {$nothing: 1}}")).first())).isEqualTo(2);
			assertThat(errorCode(() -> learners.find(json("{$nothing: 1}")).first())).isEqualTo(2);
		});
		contract.promise("$in wants an array and $or a filled one", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertThat(errorCode(() -> learners.find(json("{a: {$in: 1}}")).first())).isEqualTo(2);
			assertThat(errorCode(() -> learners.find(json("{$or: []}")).first())).isEqualTo(2);
			assertThat(errorCode(() -> learners.find(json("{$and: 1}")).first())).isEqualTo(2);
		});
	}

	private static void assertFinds(ContractScene scene, String filter, Object... ids) {
		assertThat(ids(scene.learners().find(json(filter)))).as(filter).containsExactlyInAnyOrder(ids);
	}

}
