package nl.kundig.embeddedmongo.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.CountOptions;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.ids;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/** In which order, how many at a time and how much of each document comes back. */
final class ContractReads {

	private ContractReads() {
	}

	static void addTo(Contract contract) {
		sorting(contract);
		paging(contract);
		counting(contract);
		projections(contract);
	}

	private static void sorting(Contract contract) {
		contract.promise("values of different types sort by type", (scene) -> {
			scene.given("{_id: 'max', a: MaxKey}", "{_id: 'date', a: ISODate('1960-01-01T00:00:00Z')}",
					"{_id: 'bool', a: false}", "{_id: 'oid', a: ObjectId('000000000000000000000001')}",
					"{_id: 'bin', a: BinData(0, 'AAAA')}", "{_id: 'object', a: {b: 1}}", "{_id: 'string', a: ''}",
					"{_id: 'number', a: 99}", "{_id: 'null', a: null}", "{_id: 'min', a: MinKey}");
			assertSorted(scene, "{a: 1}", "min", "null", "number", "string", "object", "bin", "oid", "bool", "date",
					"max");
			assertSorted(scene, "{a: -1}", "max", "date", "bool", "oid", "bin", "object", "string", "number", "null",
					"min");
		});
		contract.promise("an array within an array sorts after objects and before binary data", (scene) -> {
			scene.given("{_id: 'bin', a: BinData(0, 'AAAA')}", "{_id: 'array', a: [[1]]}",
					"{_id: 'object', a: {b: 1}}");
			assertSorted(scene, "{a: 1}", "object", "array", "bin");
		});
		contract.promise("numbers of different types sort by value", (scene) -> {
			scene.given("{_id: 1, a: NumberDecimal('2.5')}", "{_id: 2, a: NumberLong(2)}", "{_id: 3, a: 1.5}",
					"{_id: 4, a: 1}", "{_id: 5, a: -3.5}", "{_id: 6, a: NumberDecimal('1E+3')}",
					"{_id: 7, a: NumberLong('9007199254740993')}", "{_id: 8, a: 9007199254740992.0}");
			assertSorted(scene, "{a: 1}", 5, 4, 3, 2, 1, 6, 8, 7);
		});
		contract.promise("an array sorts by its smallest element upwards and its largest downwards", (scene) -> {
			scene.given("{_id: 1, a: [3, 10]}", "{_id: 2, a: 4}", "{_id: 3, a: [1, 5]}");
			assertSorted(scene, "{a: 1}", 3, 1, 2);
			assertSorted(scene, "{a: -1}", 1, 3, 2);
		});
		contract.promise("an empty array sorts before null, and null like missing", (scene) -> {
			scene.given("{_id: 1, a: 0}", "{_id: 2, a: null}", "{_id: 3}", "{_id: 4, a: []}");
			assertSorted(scene, "{a: 1, _id: 1}", 4, 2, 3, 1);
			assertSorted(scene, "{a: -1, _id: 1}", 1, 2, 3, 4);
		});
		contract.promise("strings sort by their UTF-8 bytes", (scene) -> {
			scene.given("{_id: 'a'}", "{_id: 'Z'}", "{_id: 'é'}", "{_id: 'ab'}", "{_id: '\uD83D\uDE00'}",
					"{_id: '\uFF5E'}", "{_id: ''}");
			assertSorted(scene, "{_id: 1}", "", "Z", "a", "ab", "é", "\uFF5E", "\uD83D\uDE00");
		});
		contract.promise("false sorts before true and an early date before a late one", (scene) -> {
			scene.given("{_id: 1, a: true}", "{_id: 2, a: false}");
			assertSorted(scene, "{a: 1}", 2, 1);
			scene.learners().drop();
			scene.given("{_id: 1, a: ISODate('2026-01-01T00:00:00Z')}", "{_id: 2, a: ISODate('1969-01-01T00:00:00Z')}",
					"{_id: 3, a: ISODate('1970-01-01T00:00:00Z')}");
			assertSorted(scene, "{a: 1}", 2, 3, 1);
		});
		contract.promise("documents sort by their fields from first to last", (scene) -> {
			scene.given("{_id: 1, a: {x: 2}}", "{_id: 2, a: {x: 1, y: 1}}", "{_id: 3, a: {x: 1}}",
					"{_id: 4, a: {b: 9}}", "{_id: 5, a: {x: 'text'}}");
			assertSorted(scene, "{a: 1}", 4, 3, 2, 1, 5);
		});
		contract.promise("binary data sorts by length, then by bytes", (scene) -> {
			scene.given("{_id: 1, a: BinData(0, 'AAAAAA==')}", "{_id: 2, a: BinData(0, '////')}",
					"{_id: 3, a: BinData(0, '')}", "{_id: 4, a: BinData(0, 'AAAA')}");
			assertSorted(scene, "{a: 1}", 3, 4, 2, 1);
		});
		contract.promise("a second field decides where the first is equal", (scene) -> {
			scene.given("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 2, b: 1}", "{_id: 3, a: 1, b: 2}", "{_id: 4, a: 2, b: 2}");
			assertSorted(scene, "{a: 1, b: -1}", 3, 1, 4, 2);
			assertSorted(scene, "{a: -1, b: 1}", 2, 4, 1, 3);
		});
		contract.promise("a sort reaches into documents and arrays of documents", (scene) -> {
			scene.given("{_id: 1, a: {b: 2}}", "{_id: 2, a: [{b: 5}, {b: 1}]}", "{_id: 3, a: {b: 3}}", "{_id: 4}");
			assertSorted(scene, "{'a.b': 1}", 4, 2, 1, 3);
			assertSorted(scene, "{'a.b': -1}", 2, 3, 1, 4);
		});
	}

	private static void paging(Contract contract) {
		contract.promise("skip and limit cut pages that join without gap or overlap", (scene) -> {
			MongoCollection<Document> learners = numbered(scene, 25);
			List<Object> read = new ArrayList<>();
			for (int page = 0; page < 4; page++) {
				read.addAll(ids(learners.find().sort(json("{_id: 1}")).skip(page * 10).limit(10)));
			}
			assertThat(read).containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
		});
		contract.promise("limit takes the first in the order of the sort, and zero means all", (scene) -> {
			MongoCollection<Document> learners = numbered(scene, 25);
			assertThat(ids(learners.find().sort(json("{_id: -1}")).limit(3))).containsExactly(24, 23, 22);
			assertThat(ids(learners.find().sort(json("{_id: 1}")).skip(23))).containsExactly(23, 24);
			assertThat(ids(learners.find().limit(0))).hasSize(25);
		});
		contract.promise("small batches deliver everything once and in order", (scene) -> {
			MongoCollection<Document> learners = numbered(scene, 250);
			assertThat(ids(learners.find().sort(json("{_id: 1}")).batchSize(7)))
				.containsExactlyElementsOf(IntStream.range(0, 250).boxed().toList());
			assertThat(ids(learners.find().sort(json("{_id: 1}")).batchSize(7).limit(20))).hasSize(20);
		});
		contract.promise("a cursor is gone after the last batch and after closing", (scene) -> {
			MongoCollection<Document> learners = numbered(scene, 10);
			try (MongoCursor<Document> cursor = learners.find().batchSize(3).iterator()) {
				assertThat(cursor.getServerCursor()).isNotNull();
				while (cursor.hasNext()) {
					cursor.next();
				}
				assertThat(cursor.getServerCursor()).isNull();
			}
			MongoCursor<Document> early = learners.find().batchSize(3).iterator();
			long id = early.getServerCursor().getId();
			early.close();
			assertThat(errorCode(
					() -> scene.database().runCommand(new Document("getMore", id).append("collection", "learners"))))
				.isEqualTo(43);
		});
		contract.promise("a key after the last one read continues the list", (scene) -> {
			MongoCollection<Document> learners = numbered(scene, 10);
			assertThat(ids(learners.find(json("{_id: {$gt: 3}}")).sort(json("{_id: 1}")).limit(3))).containsExactly(4,
					5, 6);
		});
		contract.promise("a collection nobody wrote to is empty", (scene) -> {
			assertThat(scene.learners().find()).isEmpty();
			assertThat(scene.learners().countDocuments()).isZero();
			assertThat(scene.learners().aggregate(List.of(json("{$match: {a: 1}}")))).isEmpty();
		});
	}

	private static void counting(Contract contract) {
		contract.promise("countDocuments counts what the filter finds, within skip and limit", (scene) -> {
			MongoCollection<Document> learners = numbered(scene, 25);
			assertThat(learners.countDocuments()).isEqualTo(25);
			assertThat(learners.countDocuments(json("{_id: {$gte: 20}}"))).isEqualTo(5);
			assertThat(learners.countDocuments(json("{_id: {$gte: 20}}"), new CountOptions().limit(3))).isEqualTo(3);
			assertThat(learners.countDocuments(json("{_id: {$gte: 20}}"), new CountOptions().skip(4))).isEqualTo(1);
			assertThat(learners.countDocuments(json("{_id: 99}"))).isZero();
		});
		contract.promise("estimatedDocumentCount counts the collection", (scene) -> {
			MongoCollection<Document> learners = numbered(scene, 25);
			learners.deleteOne(json("{_id: 3}"));
			assertThat(learners.estimatedDocumentCount()).isEqualTo(24);
		});
		contract.promise("distinct takes values and array elements once, of what the filter finds", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}", "{_id: 2, a: [1, 2]}", "{_id: 3}",
					"{_id: 4, a: 3, b: {c: 'x'}}", "{_id: 5, a: 3, b: {c: 'y'}}");
			assertThat(learners.distinct("a", Integer.class)).containsExactlyInAnyOrder(1, 2, 3);
			assertThat(learners.distinct("a", json("{_id: {$lte: 2}}"), Integer.class)).containsExactlyInAnyOrder(1, 2);
			assertThat(learners.distinct("b.c", String.class)).containsExactlyInAnyOrder("x", "y");
			assertThat(learners.distinct("none", String.class)).isEmpty();
		});
	}

	private static void projections(Contract contract) {
		contract.promise("a projection includes fields, and the id unless told otherwise", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 2, c: 3}");
			assertDocuments(learners.find().projection(json("{b: 1}")), "{_id: 1, b: 2}");
			assertDocuments(learners.find().projection(json("{a: 1, b: 1, _id: 0}")), "{a: 1, b: 2}");
			assertDocuments(learners.find().projection(json("{none: 1}")), "{_id: 1}");
		});
		contract.promise("a projection excludes fields and keeps the rest", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: {c: 3, d: 4}}");
			assertDocuments(learners.find().projection(json("{a: 0}")), "{_id: 1, b: {c: 3, d: 4}}");
			assertDocuments(learners.find().projection(json("{'b.c': 0, _id: 0}")), "{a: 1, b: {d: 4}}");
		});
		contract.promise("a projection reaches into documents and arrays of documents", (scene) -> {
			MongoCollection<Document> learners = scene
				.given("{_id: 1, a: {b: 1, c: 2}, d: [{e: 1, f: 2}, {e: 3}, {f: 4}]}");
			assertDocuments(learners.find().projection(json("{'a.b': 1, 'd.e': 1}")),
					"{_id: 1, a: {b: 1}, d: [{e: 1}, {e: 3}, {}]}");
		});
		contract.promise("a projection does not mix including and excluding", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 2}");
			assertThat(errorCode(() -> learners.find().projection(json("{a: 1, b: 0}")).first())).isEqualTo(31254);
			assertThat(errorCode(() -> learners.find().projection(json("{a: 0, b: 1}")).first())).isEqualTo(31253);
		});
		contract.promise("$elemMatch in a projection takes the first element that matches", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [{s: 1}, {s: 5, n: 1}, {s: 5, n: 2}]}");
			assertDocuments(learners.find().projection(json("{a: {$elemMatch: {s: 5}}}")),
					"{_id: 1, a: [{s: 5, n: 1}]}");
			assertDocuments(learners.find().projection(json("{a: {$elemMatch: {s: 7}}}")), "{_id: 1}");
		});
	}

	private static MongoCollection<Document> numbered(ContractScene scene, int count) {
		scene.learners().insertMany(IntStream.range(0, count).mapToObj((id) -> new Document("_id", id)).toList());
		return scene.learners();
	}

	private static void assertSorted(ContractScene scene, String sort, Object... ids) {
		assertThat(ids(scene.learners().find().sort(json(sort)))).as(sort).containsExactly(ids);
	}

}
