package nl.kundig.embeddedmongo.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoCollection;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocument;
import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.error;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.ids;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values come back as they went in, numbers calculate exactly, and a document has its
 * limit.
 */
final class ContractTypes {

	private static final int LIMIT = 16 * 1024 * 1024;

	private ContractTypes() {
	}

	static void addTo(Contract contract) {
		keptValues(contract);
		identities(contract);
		arithmetic(contract);
		dates(contract);
		limit(contract);
	}

	private static void keptValues(Contract contract) {
		contract.promise("every type comes back as it went in, fields in their order", (scene) -> {
			String everything = """
					{_id: 1, z: 1, y: NumberLong(1), x: 1.0, w: NumberDecimal('1.50'), v: 'text', u: true, t: null,
					s: ISODate('1969-12-31T23:59:59.999Z'), r: ObjectId('000000000000000000000001'),
					q: BinData(0, 'AAEC'), p: /^a.c$/im, o: Timestamp(5, 6), n: MinKey, m: MaxKey, l: {b: 1, a: 2},
					k: [1, [2, {c: 3}], []], j: {}, i: ''}""";
			scene.given(everything);
			assertDocuments(scene.learners().find(), everything);
		});
		contract.promise("numbers at the ends of their ranges are kept", (scene) -> {
			String numbers = """
					{_id: 1, a: 2147483647, b: NumberLong('9223372036854775807'), c: NumberLong('-9223372036854775808'),
					d: 1.7976931348623157E308, e: 4.9E-324, f: NumberDecimal('9.999999999999999999999999999999999E+6144'),
					g: NumberDecimal('-1E-6176'), h: -0.0, i: Infinity, j: NumberDecimal('NaN'), k: NumberDecimal('0.00')}""";
			scene.given(numbers);
			assertDocuments(scene.learners().find(), numbers);
		});
		contract.promise("text of any alphabet is kept and found", (scene) -> {
			for (String text : List.of("", "é", "e\u0301", "\uD83D\uDE00", "\u0000 and more", "שלום",
					"x".repeat(70_000))) {
				scene.learners().insertOne(new Document("text", text));
				assertThat(scene.learners().find(new Document("text", text))).singleElement()
					.extracting("text")
					.isEqualTo(text);
			}
		});
		contract.promise("binary data and UUIDs are kept and found", (scene) -> {
			MongoCollection<BsonDocument> learners = scene.learners().withDocumentClass(BsonDocument.class);
			for (int kind : List.of(0, 4)) {
				BsonBinary binary = new BsonBinary((byte) kind,
						new byte[] { 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 });
				learners.insertOne(new BsonDocument("binary", binary));
				assertThat(learners.find(new Document("binary", binary))).as("kind %d", kind)
					.singleElement()
					.extracting((document) -> document.get("binary"))
					.isEqualTo(binary);
			}
		});
	}

	private static void identities(Contract contract) {
		contract.promise("the id is stored first", (scene) -> {
			scene.given("{a: 1, _id: 5}");
			assertDocuments(scene.learners().find(), "{_id: 5, a: 1}");
		});
		contract.promise("a document without id gets an ObjectId", (scene) -> {
			scene.database().runCommand(json("{insert: 'learners', documents: [{a: 1}]}"));
			assertThat(scene.learners().find().first().get("_id")).isInstanceOf(ObjectId.class);
		});
		contract.promise("an id may be of any type but an array or a pattern", (scene) -> {
			scene.given("{_id: null}", "{_id: 1}", "{_id: '1'}", "{_id: true}", "{_id: {a: [1]}}",
					"{_id: ISODate('2026-01-01T00:00:00Z')}", "{_id: BinData(0, 'AAAA')}");
			assertThat(scene.learners().countDocuments()).isEqualTo(7);
			assertThat(ids(scene.learners().find(json("{_id: null}")))).hasSize(1);
			error(() -> scene.learners().insertOne(json("{_id: [1]}")));
			error(() -> scene.learners().insertOne(json("{_id: /a/}")));
			assertThat(scene.learners().countDocuments()).isEqualTo(7);
		});
		contract.promise("ids that are equal numbers are one id", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			for (String one : List.of("1", "NumberLong(1)", "1.0", "NumberDecimal('1')")) {
				assertThat(errorCode(() -> learners.insertOne(json("{_id: " + one + "}")))).isEqualTo(11000);
				assertThat(learners.find(json("{_id: " + one + "}"))).hasSize(1);
			}
		});
	}

	private static void arithmetic(Contract contract) {
		contract.promise("$inc with decimals is exact", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: NumberDecimal('0.1')}");
			learners.updateOne(json("{_id: 1}"), json("{$inc: {a: NumberDecimal('0.2')}}"));
			assertThat(learners.find().first().get("a", Decimal128.class).bigDecimalValue())
				.isEqualByComparingTo(new BigDecimal("0.3"));
		});
		contract.promise("a result takes the wider of two number types", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1, b: 1, c: 1, d: NumberLong(1)}");
			learners.updateOne(json("{_id: 1}"),
					json("{$inc: {a: 1, b: NumberLong(1), c: 0.5, d: 1}, $set: {e: NumberDecimal('2')}}"));
			assertDocuments(learners.find(),
					"{_id: 1, a: 2, b: NumberLong(2), c: 1.5, d: NumberLong(2), e: NumberDecimal('2')}");
		});
		contract.promise("an int that grows too large becomes a long, and a long is refused", (scene) -> {
			MongoCollection<Document> learners = scene
				.given("{_id: 1, a: 2147483647, b: NumberLong('9223372036854775807')}");
			learners.updateOne(json("{_id: 1}"), json("{$inc: {a: 1}}"));
			assertThat(errorCode(() -> learners.updateOne(json("{_id: 1}"), json("{$inc: {b: 1}}")))).isEqualTo(2);
			assertDocuments(learners.find(),
					"{_id: 1, a: NumberLong('2147483648'), b: NumberLong('9223372036854775807')}");
		});
		contract.promise("decimals compare by value, whatever their zeros", (scene) -> {
			scene.given("{_id: 1, a: NumberDecimal('1.50')}", "{_id: 2, a: NumberDecimal('1.5')}", "{_id: 3, a: 1.5}",
					"{_id: 4, a: NumberDecimal('1.51')}");
			assertThat(ids(scene.learners().find(json("{a: NumberDecimal('1.500')}")))).containsExactlyInAnyOrder(1, 2,
					3);
			assertThat(ids(scene.learners().find(json("{a: {$gt: NumberDecimal('1.50')}}")))).containsExactly(4);
		});
	}

	private static void dates(Contract contract) {
		contract.promise("dates keep their milliseconds, also before 1970", (scene) -> {
			for (String instant : List.of("2026-11-25T08:30:00.123Z", "1969-12-31T23:59:59.999Z",
					"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z")) {
				Date date = Date.from(Instant.parse(instant));
				scene.learners().insertOne(new Document("at", date));
				assertThat(scene.learners().find(new Document("at", date))).singleElement()
					.extracting("at")
					.isEqualTo(date);
			}
		});
		contract.promise("$currentDate writes the date of now", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			learners.updateOne(json("{_id: 1}"), json("{$currentDate: {at: true, on: {$type: 'date'}}}"));
			Document found = learners.find().first();
			assertThat(found.getDate("at")).isBetween("2026-01-01", "2100-01-01");
			assertThat(found.getDate("on")).isBetween("2026-01-01", "2100-01-01");
		});
		contract.promise("$max moves a date forwards and $min backwards only", (scene) -> {
			MongoCollection<Document> learners = scene
				.given("{_id: 1, last: ISODate('2026-02-01T00:00:00Z'), first: ISODate('2026-02-01T00:00:00Z')}");
			for (String day : List.of("2026-03-01", "2026-01-01")) {
				String date = "ISODate('" + day + "T00:00:00Z')";
				learners.updateOne(json("{_id: 1}"), json("{$max: {last: " + date + "}, $min: {first: " + date + "}}"));
			}
			assertDocuments(learners.find(),
					"{_id: 1, last: ISODate('2026-03-01T00:00:00Z'), first: ISODate('2026-01-01T00:00:00Z')}");
		});
	}

	private static void limit(Contract contract) {
		contract.promise("a document of 16 MB is stored and comes back", (scene) -> {
			int overhead = 4 + (1 + 4 + 4) + (1 + 5 + 4 + 1) + 1;
			Document largest = new Document("_id", 1).append("text", "x".repeat(LIMIT - overhead));
			scene.learners().insertOne(largest);
			assertThat(scene.learners().find().first().getString("text")).hasSize(LIMIT - overhead);
		});
		contract.promise("a document that grows beyond 16 MB is refused and stays as it was", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, n: 1, texts: []}");
			Document more = new Document("$push", new Document("texts", "x".repeat(LIMIT * 2 / 3))).append("$inc",
					json("{n: 1}"));
			learners.updateOne(json("{_id: 1}"), more);
			assertThat(errorCode(() -> learners.updateOne(json("{_id: 1}"), more))).isIn(17419, 10334);
			assertDocument(learners.find().projection(json("{n: 1}")).first(), "{_id: 1, n: 2}");
			assertThat(learners.countDocuments(json("{texts: {$size: 1}}"))).isEqualTo(1);
			learners.updateOne(json("{_id: 1}"), json("{$set: {texts: []}}"));
			assertDocuments(learners.find(), "{_id: 1, n: 2, texts: []}");
		});
		contract.promise("a document that grows beyond 16 MB by find-and-modify is refused", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, n: 1}");
			Document half = new Document("$set", new Document("a", "x".repeat(LIMIT * 2 / 3)));
			Document other = new Document("$set", new Document("b", "x".repeat(LIMIT * 2 / 3)));
			learners.updateOne(json("{_id: 1}"), half);
			assertThat(errorCode(() -> learners.findOneAndUpdate(json("{_id: 1}"), other))).isIn(17419, 10334);
			assertThat(learners.countDocuments(json("{b: {$exists: true}}"))).isZero();
		});
	}

}
