package nl.kundig.embeddedmongo.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocument;
import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.error;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The stages and expressions that reports and lists need. */
final class ContractAggregations {

	private ContractAggregations() {
	}

	static void addTo(Contract contract) {
		simpleStages(contract);
		shaping(contract);
		groups(contract);
		unwinding(contract);
		lookups(contract);
		expressions(contract);
		refused(contract);
	}

	private static void simpleStages(Contract contract) {
		contract.promise("$match, $sort, $skip and $limit work in the order they are written", (scene) -> {
			scene.given("{_id: 1, a: 5}", "{_id: 2, a: 3}", "{_id: 3, a: 9}", "{_id: 4, a: 1}", "{_id: 5, a: 7}");
			assertDocuments(aggregate(scene, "{$match: {a: {$gt: 1}}}", "{$sort: {a: 1}}", "{$skip: 1}", "{$limit: 2}"),
					"{_id: 1, a: 5}", "{_id: 5, a: 7}");
			assertDocuments(aggregate(scene, "{$sort: {a: -1}}", "{$limit: 2}", "{$match: {a: {$lt: 8}}}"),
					"{_id: 5, a: 7}");
			assertDocuments(aggregate(scene, "{$sort: {a: 1}}", "{$limit: 3}", "{$skip: 2}"), "{_id: 1, a: 5}");
		});
		contract.promise("a stage does not look ahead of the stages before it", (scene) -> {
			scene.given("{_id: 1, a: 5, l: [1, 2]}", "{_id: 2, a: 3, l: [2]}", "{_id: 3, a: 9, l: [3]}");
			assertDocuments(aggregate(scene, "{$project: {a: 0, l: 0}}", "{$match: {a: 3}}"));
			assertDocuments(aggregate(scene, "{$project: {a: '$_id'}}", "{$match: {a: 3}}"), "{_id: 3, a: 3}");
			assertDocuments(aggregate(scene, "{$unwind: '$l'}", "{$match: {l: 2}}", "{$sort: {_id: 1}}", "{$limit: 1}"),
					"{_id: 1, a: 5, l: 2}");
			assertDocuments(aggregate(scene, "{$match: {a: {$gt: 1}}}", "{$sort: {a: 1}}", "{$limit: 2}",
					"{$match: {a: {$gt: 3}}}", "{$skip: 0}", "{$count: 'n'}"), "{n: 1}");
			assertDocuments(aggregate(scene, "{$match: {a: {$gt: 3}}}", "{$match: {_id: {$lt: 3}}}", "{$count: 'n'}"),
					"{n: 1}");
			assertDocuments(aggregate(scene, "{$sort: {a: 1}}", "{$skip: 1}", "{$limit: 2}", "{$skip: 1}",
					"{$limit: 9}", "{$project: {_id: 1}}"), "{_id: 3}");
		});
		contract.promise("$sort orders types and arrays as find does", (scene) -> {
			scene.given("{_id: 1, a: 'x'}", "{_id: 2, a: [9, 0]}", "{_id: 3}", "{_id: 4, a: 3}", "{_id: 5, a: []}");
			assertDocuments(aggregate(scene, "{$sort: {a: 1, _id: 1}}", "{$project: {_id: 1}}"), "{_id: 5}", "{_id: 3}",
					"{_id: 2}", "{_id: 4}", "{_id: 1}");
		});
		contract.promise("$count counts, and gives no document for nothing", (scene) -> {
			scene.given("{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 2}");
			assertDocuments(aggregate(scene, "{$match: {a: 1}}", "{$count: 'n'}"), "{n: 2}");
			assertDocuments(aggregate(scene, "{$match: {a: 9}}", "{$count: 'n'}"));
		});
		contract.promise("a long result comes in batches", (scene) -> {
			for (int id = 0; id < 250; id++) {
				scene.learners().insertOne(new Document("_id", id));
			}
			assertThat(scene.learners()
				.aggregate(List.of(json("{$sort: {_id: 1}}"), json("{$project: {a: '$_id'}}")))
				.batchSize(9)
				.map((document) -> document.get("a"))
				.into(new ArrayList<>())).hasSize(250).doesNotHaveDuplicates().startsWith(0, 1, 2).endsWith(248, 249);
		});
	}

	private static void shaping(Contract contract) {
		contract.promise("$project includes, computes and renames", (scene) -> {
			scene.given("{_id: 1, a: 1, b: {c: 2, d: 3}, e: 4}");
			assertDocuments(aggregate(scene, "{$project: {a: 1, 'b.c': 1, twice: {$multiply: ['$e', 2]}, f: '$b.d'}}"),
					"{_id: 1, a: 1, b: {c: 2}, twice: 8, f: 3}");
			assertDocuments(aggregate(scene, "{$project: {_id: 0, a: '$none', e: 1}}"), "{e: 4}");
		});
		contract.promise("$project excludes", (scene) -> {
			scene.given("{_id: 1, a: 1, b: {c: 2, d: 3}}");
			assertDocuments(aggregate(scene, "{$project: {a: 0, 'b.c': 0}}"), "{_id: 1, b: {d: 3}}");
		});
	}

	private static void groups(Contract contract) {
		contract.promise("$group sums, averages and finds extremes", (scene) -> {
			scene.given("{_id: 1, k: 'x', n: 4}", "{_id: 2, k: 'x', n: 7}", "{_id: 3, k: 'y', n: 5}");
			assertDocuments(aggregate(scene,
					"{$group: {_id: '$k', sum: {$sum: '$n'}, avg: {$avg: '$n'}, min: {$min: '$n'}, max: {$max: '$n'}}}",
					"{$sort: {_id: 1}}"), "{_id: 'x', sum: 11, avg: 5.5, min: 4, max: 7}",
					"{_id: 'y', sum: 5, avg: 5.0, min: 5, max: 5}");
		});
		contract.promise("$group counts by adding ones", (scene) -> {
			scene.given("{_id: 1, k: 'x'}", "{_id: 2, k: 'x'}", "{_id: 3, k: 'y'}");
			assertDocuments(aggregate(scene, "{$group: {_id: '$k', n: {$sum: 1}}}", "{$sort: {n: -1}}"),
					"{_id: 'x', n: 2}", "{_id: 'y', n: 1}");
		});
		contract.promise("$group by null takes everything together", (scene) -> {
			scene.given("{_id: 1, n: 4}", "{_id: 2, n: 7}");
			assertDocuments(aggregate(scene, "{$group: {_id: null, sum: {$sum: '$n'}}}"), "{_id: null, sum: 11}");
			assertDocuments(aggregate(scene, "{$match: {n: 0}}", "{$group: {_id: null, sum: {$sum: '$n'}}}"));
		});
		contract.promise("$group puts missing with null and equal numbers together", (scene) -> {
			scene.given("{_id: 1, k: null}", "{_id: 2}", "{_id: 3, k: 1}", "{_id: 4, k: NumberLong(1)}",
					"{_id: 5, k: 1.0}");
			List<Document> groups = aggregate(scene, "{$group: {_id: '$k', n: {$sum: 1}}}", "{$sort: {_id: 1}}");
			assertThat(groups).extracting((group) -> group.get("n")).containsExactly(2, 3);
			assertThat(groups.get(0)).containsEntry("_id", null);
		});
		contract.promise("$group by several fields", (scene) -> {
			scene.given("{_id: 1, k: 'x', l: 1}", "{_id: 2, k: 'x', l: 2}", "{_id: 3, k: 'x', l: 1}");
			assertDocuments(aggregate(scene, "{$group: {_id: {k: '$k', l: '$l'}, n: {$sum: 1}}}", "{$sort: {_id: 1}}"),
					"{_id: {k: 'x', l: 1}, n: 2}", "{_id: {k: 'x', l: 2}, n: 1}");
		});
		contract.promise("$group takes first, last and lists in the order it is given", (scene) -> {
			scene.given("{_id: 1, k: 'x', n: 3}", "{_id: 2, k: 'x', n: 1}", "{_id: 3, k: 'x', n: 2}",
					"{_id: 4, k: 'x', n: 2}");
			assertDocuments(
					aggregate(scene, "{$sort: {n: 1, _id: 1}}",
							"{$group: {_id: '$k', first: {$first: '$_id'}, last: {$last: '$n'}, all: {$push: '$n'}}}"),
					"{_id: 'x', first: 2, last: 3, all: [1, 2, 2, 3]}");
			Document once = aggregate(scene, "{$group: {_id: '$k', once: {$addToSet: '$n'}}}").getFirst();
			assertThat(once.getList("once", Integer.class)).containsExactlyInAnyOrder(1, 2, 3);
		});
		contract.promise("$sum and $avg leave out what is no number", (scene) -> {
			scene.given("{_id: 1, n: 1}", "{_id: 2, n: 'x'}", "{_id: 3}", "{_id: 4, n: null}", "{_id: 5, n: 4}");
			assertDocuments(aggregate(scene, "{$group: {_id: null, sum: {$sum: '$n'}, avg: {$avg: '$n'}}}"),
					"{_id: null, sum: 5, avg: 2.5}");
			assertDocuments(
					aggregate(scene, "{$match: {n: 'x'}}", "{$group: {_id: 1, sum: {$sum: '$n'}, avg: {$avg: '$n'}}}"),
					"{_id: 1, sum: 0, avg: null}");
		});
		contract.promise("$sum of decimals is exact, and of ints grows into a long", (scene) -> {
			scene.given("{_id: 1, d: NumberDecimal('0.10'), i: 2147483647}",
					"{_id: 2, d: NumberDecimal('0.20'), i: 1}");
			assertDocuments(aggregate(scene, "{$group: {_id: 1, d: {$sum: '$d'}, i: {$sum: '$i'}}}"),
					"{_id: 1, d: NumberDecimal('0.30'), i: NumberLong('2147483648')}");
		});
	}

	private static void unwinding(Contract contract) {
		contract.promise("$unwind gives a document per element and none for nothing", (scene) -> {
			scene.given("{_id: 1, a: ['x', 'y']}", "{_id: 2, a: []}", "{_id: 3}", "{_id: 4, a: null}",
					"{_id: 5, a: 'z'}");
			assertDocuments(aggregate(scene, "{$sort: {_id: 1}}", "{$unwind: '$a'}"), "{_id: 1, a: 'x'}",
					"{_id: 1, a: 'y'}", "{_id: 5, a: 'z'}");
		});
		contract.promise("$unwind keeps empty ones and tells positions when asked", (scene) -> {
			scene.given("{_id: 1, a: ['x', 'y']}", "{_id: 2, a: []}", "{_id: 3}", "{_id: 4, a: null}");
			assertDocuments(
					aggregate(scene, "{$sort: {_id: 1}}",
							"{$unwind: {path: '$a', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true}}"),
					"{_id: 1, a: 'x', i: NumberLong(0)}", "{_id: 1, a: 'y', i: NumberLong(1)}", "{_id: 2, i: null}",
					"{_id: 3, i: null}", "{_id: 4, a: null, i: null}");
		});
		contract.promise("$unwind and $group count in arrays of documents", (scene) -> {
			scene.given("{_id: 1, roles: [{m: 'A'}, {m: 'B'}]}", "{_id: 2, roles: [{m: 'A'}]}");
			assertDocuments(aggregate(scene, "{$unwind: '$roles'}", "{$group: {_id: '$roles.m', n: {$sum: 1}}}",
					"{$sort: {_id: 1}}"), "{_id: 'A', n: 2}", "{_id: 'B', n: 1}");
		});
	}

	private static void lookups(Contract contract) {
		contract.promise("$lookup adds what matches, and an empty list where nothing does", (scene) -> {
			scene.given("{_id: 1, m: 'a'}", "{_id: 2, m: 'c'}");
			scene.collection("others").insertMany(List.of(json("{_id: 'a', n: 5}"), json("{_id: 'b', n: 6}")));
			assertDocuments(
					aggregate(scene, "{$sort: {_id: 1}}",
							"{$lookup: {from: 'others', localField: 'm', foreignField: '_id', as: 'found'}}"),
					"{_id: 1, m: 'a', found: [{_id: 'a', n: 5}]}", "{_id: 2, m: 'c', found: []}");
		});
		contract.promise("$lookup compares arrays by element and missing with null", (scene) -> {
			scene.given("{_id: 1, m: ['a', 'b']}", "{_id: 2}");
			scene.collection("others")
				.insertMany(List.of(json("{_id: 5, k: 'a'}"), json("{_id: 6, k: null}"), json("{_id: 7}")));
			List<Document> found = aggregate(scene, "{$sort: {_id: 1}}",
					"{$lookup: {from: 'others', localField: 'm', foreignField: 'k', as: 'found'}}");
			assertThat(ContractScene.ids(found.get(0).getList("found", Document.class))).containsExactly(5);
			assertThat(ContractScene.ids(found.get(1).getList("found", Document.class))).containsExactlyInAnyOrder(6,
					7);
		});
		contract.promise("$lookup into its own collection sees more than the stages before it let through", (scene) -> {
			scene.given("{_id: 1, after: 2}", "{_id: 2, after: 3}", "{_id: 3}");
			assertDocuments(
					aggregate(scene, "{$match: {_id: 1}}",
							"{$lookup: {from: 'learners', localField: 'after', foreignField: '_id', as: 'next'}}"),
					"{_id: 1, after: 2, next: [{_id: 2, after: 3}]}");
		});
		contract.promise("$lookup runs a pipeline with values of the outer document", (scene) -> {
			scene.given("{_id: 1, m: 'a', min: 5}");
			scene.collection("others")
				.insertMany(List.of(json("{_id: 1, k: 'a', n: 4}"), json("{_id: 2, k: 'a', n: 6}"),
						json("{_id: 3, k: 'b', n: 9}")));
			assertDocuments(aggregate(scene, """
					{$lookup: {from: 'others', let: {m: '$m', min: '$min'}, as: 'found', pipeline: [
					{$match: {$expr: {$and: [{$eq: ['$k', '$$m']}, {$gte: ['$n', '$$min']}]}}},
					{$project: {n: 1, _id: 0}}]}}"""), "{_id: 1, m: 'a', min: 5, found: [{n: 6}]}");
		});
	}

	private static void expressions(Contract contract) {
		contract.promise("expressions choose, replace missing and count arrays", (scene) -> {
			scene.given("{_id: 1, n: 5, a: [1, 2, 3]}");
			assertDocument(
					aggregate(scene,
							"""
									{$project: {_id: 0, c: {$cond: [{$gte: ['$n', 5]}, 'yes', 'no']}, i: {$ifNull: ['$none', 'nothing']},
									s: {$size: '$a'}, f: {$filter: {input: '$a', as: 'e', cond: {$gt: ['$$e', 1]}}},
									m: {$map: {input: '$a', as: 'e', in: {$multiply: ['$$e', 10]}}}, in: {$in: [2, '$a']},
									first: {$arrayElemAt: ['$a', 0]}, last: {$arrayElemAt: ['$a', -1]}}}""")
						.getFirst(),
					"{c: 'yes', i: 'nothing', s: 3, f: [2, 3], m: [10, 20, 30], in: true, first: 1, last: 3}");
		});
		contract.promise("expressions calculate and put text together", (scene) -> {
			scene.given("{_id: 1, a: 7, b: 2, t: 'Ann'}");
			assertDocument(aggregate(scene,
					"""
							{$project: {_id: 0, add: {$add: ['$a', '$b']}, sub: {$subtract: ['$a', '$b']}, div: {$divide: ['$a', '$b']},
							text: {$concat: ['$t', '-', {$toString: '$a'}]}, none: {$concat: ['$t', '$x']},
							up: {$toUpper: '$t'}, sub2: {$substrCP: ['$t', 1, 2]}}}""")
				.getFirst(), "{add: 9, sub: 5, div: 3.5, text: 'Ann-7', none: null, up: 'ANN', sub2: 'nn'}");
		});
		contract.promise("expressions take dates apart, in UTC and in a time zone", (scene) -> {
			scene.given("{_id: 1, at: ISODate('2026-12-31T23:30:05.250Z')}");
			assertDocument(aggregate(scene, """
					{$project: {_id: 0, y: {$year: '$at'}, m: {$month: '$at'}, d: {$dayOfMonth: '$at'},
					s: {$dateToString: {date: '$at', format: '%Y-%m-%d'}},
					t: {$dateToString: {date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Europe/Amsterdam'}}}}""")
				.getFirst(), "{y: 2026, m: 12, d: 31, s: '2026-12-31', t: '2027-01-01 00:30'}");
		});
		contract.promise("expressions compare across types in sort order", (scene) -> {
			scene.given("{_id: 1, n: 5, t: 'x', z: null}");
			assertDocument(aggregate(scene, """
					{$project: {_id: 0, a: {$lt: ['$n', '$t']}, b: {$lt: ['$z', '$n']}, c: {$eq: ['$n', 5.0]},
					e: {$cmp: ['$t', '$n']}}}""").getFirst(), "{a: true, b: true, c: true, e: 1}");
		});
	}

	private static void refused(Contract contract) {
		contract.promise("an unknown stage is refused", (scene) -> {
			scene.given("{_id: 1}");
			assertThat(errorCode(() -> aggregate(scene, "{$nothing: {}}"))).isEqualTo(40324);
		});
		contract.promise("an unknown expression or accumulator is refused", (scene) -> {
			scene.given("{_id: 1}");
			error(() -> aggregate(scene, "{$project: {a: {$nothing: 1}}}"));
			error(() -> aggregate(scene, "{$group: {_id: null, a: {$nothing: 1}}}"));
			assertThat(errorCode(() -> aggregate(scene, "{$group: {a: {$sum: 1}}}"))).isEqualTo(15955);
		});
	}

	private static List<Document> aggregate(ContractScene scene, String... stages) {
		MongoCollection<Document> learners = scene.learners();
		return learners.aggregate(Arrays.stream(stages).map(Document::parse).toList()).into(new ArrayList<>());
	}

}
