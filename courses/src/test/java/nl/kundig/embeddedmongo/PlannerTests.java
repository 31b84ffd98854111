package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class PlannerTests {

	private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();

	private final MongoClient client = MongoClients.create(this.mongo.uri("kundig"));

	private final MongoCollection<Document> people = this.client.getDatabase("kundig").getCollection("people");

	@BeforeEach
	void fill() {
		this.people.createIndex(new Document("unit", 1).append("score", -1), named("unit-score"));
		this.people.createIndex(new Document("email", 1), named("email").unique(true));
		this.people.createIndex(new Document("tags", 1), named("tags"));
		this.people.createIndex(new Document("left", 1), named("left").sparse(true));
		this.people.createIndex(new Document("open", 1),
				named("open").partialFilterExpression(new Document("state", "open")));
		List<Document> documents = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			Document person = new Document("_id", i).append("unit", i % 10)
				.append("score", i / 10)
				.append("email", "p" + i)
				.append("tags", List.of(i % 7, i % 11))
				.append("state", (i % 100 == 0) ? "open" : "closed")
				.append("open", i);
			documents.add((i % 50 == 0) ? person.append("left", i) : person);
		}
		this.people.insertMany(documents);
	}

	@AfterEach
	void close() {
		this.client.close();
		this.mongo.close();
	}

	@Test
	void findsById() {
		expect(new Document("_id", 5), null, 0, "_id_", 1, 1);
	}

	@Test
	void findsByVersionOfOneDocument() {
		expect(new Document("_id", 5).append("score", 0), null, 0, "_id_", 1, 1);
	}

	@Test
	void findsByTheFirstPartOfAnIndex() {
		expect(new Document("unit", 3), null, 0, "unit-score", 100, 100);
	}

	@Test
	void findsARangeWithinAnIndexThatDescends() {
		expect(Document.parse("{unit: 3, score: {$gt: 10, $lte: 20}}"), null, 0, "unit-score", 10, 10);
		expect(Document.parse("{unit: 3, score: {$gte: 95}}"), null, 0, "unit-score", 5, 5);
		expect(Document.parse("{unit: 3, score: {$lt: 4}}"), null, 0, "unit-score", 4, 4);
	}

	@Test
	void stopsWhenEnoughIsFoundInTheOrderOfAnIndex() {
		Document unit = new Document("unit", 3);
		assertThat(expect(unit, new Document("score", -1), 20, "unit-score", 20, 20)).extracting("score")
			.startsWith(99, 98)
			.endsWith(80);
		assertThat(expect(unit, new Document("score", 1), 20, "unit-score", 20, 20)).extracting("score")
			.startsWith(0, 1)
			.endsWith(19);
	}

	@Test
	void readsAnIndexBackwardsForTheOrderOfAllItsParts() {
		assertThat(expect(new Document(), Document.parse("{unit: -1, score: 1}"), 3, "unit-score", 3, 3))
			.extracting("_id")
			.containsExactly(9, 19, 29);
	}

	@Test
	void sortsInMemoryWhenNoIndexHasTheOrder() {
		assertThat(expect(new Document(), Document.parse("{unit: 1, score: 1}"), 2, "all records", 1_000, 1_000))
			.extracting("_id")
			.containsExactly(0, 10);
	}

	@Test
	void findsEachOfSeveralValues() {
		expect(Document.parse("{unit: {$in: [1, 2, 99]}, score: 7}"), null, 0, "unit-score", 2, 2);
		expect(Document.parse("{email: {$in: ['p1', 'p2', 'p1']}}"), null, 0, "email", 2, 2);
	}

	@Test
	void findsConditionsWithinAnd() {
		expect(Document.parse("{$and: [{unit: 3}, {$and: [{score: 7}]}]}"), null, 0, "unit-score", 1, 1);
	}

	@Test
	void findsAlternativesWithSeveralIndexes() {
		expect(Document.parse("{$or: [{email: 'p1'}, {_id: 2}, {_id: 1}]}"), null, 0, "several indexes", 3, 2);
	}

	@Test
	void readsAllWhenOneAlternativeHasNoIndex() {
		expect(Document.parse("{$or: [{email: 'p1'}, {state: 'open'}]}"), null, 0, "all records", 1_000, 11);
	}

	@Test
	void findsElementsOfArraysOnce() {
		expect(Document.parse("{tags: {$in: [1, 3]}}"), null, 0, "tags", 442, 416);
	}

	@Test
	void usesOneBoundOfARangeOverAnArray() {
		// Different elements may meet the two bounds: [0, 9] does.
		assertThat(this.people.find(Document.parse("{tags: {$gt: 6, $lt: 3}}"))).isNotEmpty()
			.allSatisfy((person) -> assertThat(person.getList("tags", Integer.class)).anyMatch((tag) -> tag > 6)
				.anyMatch((tag) -> tag < 3));
	}

	@Test
	void leavesSparseIndexToWhatDemandsTheField() {
		expect(Document.parse("{left: {$gte: 0}}"), null, 0, "left", 20, 20);
		expect(new Document("left", null), null, 0, "all records", 1_000, 980);
	}

	@Test
	void leavesPartialIndexToWhatImpliesItsFilter() {
		expect(Document.parse("{state: 'open', open: {$lt: 500}}"), null, 0, "open", 5, 5);
		expect(Document.parse("{state: {$in: ['open', 'closed']}, open: {$lt: 500}}"), null, 0, "all records", 1_000,
				500);
	}

	@Test
	void countsAndPagesWithAnIndex() {
		assertThat(this.people.countDocuments(new Document("email", "p7"))).isEqualTo(1);
		assertThat(this.people.aggregate(List.of(Document.parse("{$match: {unit: 3}}"),
				Document.parse("{$sort: {score: -1}}"), Document.parse("{$skip: 10}"), Document.parse("{$limit: 5}"))))
			.extracting("score")
			.containsExactly(89, 88, 87, 86, 85);
		assertThat(this.mongo.queries()).extracting(QueryUse::plan, QueryUse::scanned)
			.containsOnly(org.assertj.core.api.Assertions.tuple("email", 1L),
					org.assertj.core.api.Assertions.tuple("unit-score", 15L));
	}

	@Test
	void updatesAndDeletesWithAnIndex() {
		this.people.updateOne(new Document("email", "p7"), Document.parse("{$set: {unit: 77}}"));
		this.people.deleteOne(new Document("email", "p8"));
		assertThat(this.mongo.queries()).extracting(QueryUse::plan, QueryUse::scanned)
			.containsOnly(org.assertj.core.api.Assertions.tuple("email", 2L));
		assertThat(this.people.find(new Document("unit", 77))).extracting("_id").containsExactly(7);
	}

	@Test
	void describesShapesWithoutValues() {
		this.people.find(Document.parse("{unit: 3, score: {$gt: 97}, $or: [{state: 'open'}, {email: 'secret'}]}"))
			.sort(new Document("score", -1))
			.into(new ArrayList<>());
		assertThat(this.mongo.queries()).singleElement().satisfies((use) -> {
			assertThat(use.collection()).isEqualTo("people");
			assertThat(use.shape()).isEqualTo("$or(state =; email =), score $gt, unit = sorted by -score");
			assertThat(use.worst()).isEqualTo(2 - 10);
		});
	}

	private List<Document> expect(Document filter, Document sort, int limit, String plan, long scanned, long found) {
		long before = this.mongo.queries().stream().mapToLong(QueryUse::scanned).sum();
		long times = this.mongo.queries()
			.stream()
			.filter((use) -> use.plan().equals(plan))
			.mapToLong(QueryUse::times)
			.sum();
		List<Document> documents = this.people.find(filter).sort(sort).limit(limit).into(new ArrayList<>());
		List<QueryUse> after = this.mongo.queries();
		assertThat(after.stream().filter((use) -> use.plan().equals(plan)).mapToLong(QueryUse::times).sum())
			.as("plans %s", after)
			.isEqualTo(times + 1);
		assertThat(after.stream().mapToLong(QueryUse::scanned).sum() - before).isEqualTo(scanned);
		assertThat(documents).hasSize((int) ((limit > 0) ? Math.min(limit, found) : found)).doesNotHaveDuplicates();
		return documents;
	}

	private static IndexOptions named(String name) {
		return new IndexOptions().name(name);
	}

}
