package nl.kundig.embeddedmongo.contract;

import java.util.List;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.TimeSeriesOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.ValidationOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What MongoDB can do and the embedded store cannot. Whoever asks for it must hear so:
 * ignoring it would give other results than production, silently.
 */
final class ContractRefusals {

	private static final Collation DUTCH = Collation.builder().locale("nl").build();

	private ContractRefusals() {
	}

	static void addTo(Contract contract) {
		queries(contract);
		indexes(contract);
		collections(contract);
		sessions(contract);
	}

	private static void queries(Contract contract) {
		contract.refusal("a collation of a query, count, update or aggregation", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 'X'}");
			assertRefused(() -> learners.find(json("{a: 'x'}")).collation(DUTCH).first());
			assertRefused(() -> learners.aggregate(List.of(json("{$match: {a: 'x'}}"))).collation(DUTCH).first());
			assertRefused(() -> learners.updateOne(json("{a: 'x'}"), json("{$set: {b: 1}}"),
					new UpdateOptions().collation(DUTCH)));
			assertRefused(() -> learners.deleteOne(json("{a: 'X'}"), new DeleteOptions().collation(DUTCH)));
			assertDocuments(learners.find(), "{_id: 1, a: 'X'}");
		});
		contract.refusal("$text and $where", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 'x'}");
			assertRefused(() -> learners.find(json("{$text: {$search: 'x'}}")).first());
			assertRefused(() -> learners.find(json("{$where: 'this.a == 1'}")).first());
		});
		contract.refusal("the stages that write collections", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			assertRefused(() -> learners.aggregate(List.of(json("{$out: 'others'}"))).toCollection());
			assertRefused(() -> learners.aggregate(List.of(json("{$merge: 'others'}"))).toCollection());
			assertThat(scene.collection("others").find()).isEmpty();
		});
		contract.refusal("the stage $addFields", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertRefused(() -> learners.aggregate(List.of(json("{$addFields: {b: '$a'}}"))).first());
		});
		contract.refusal("binary data of kinds other than generic and UUID", (scene) -> {
			for (int kind : List.of(1, 5, 8, 9, 128)) {
				assertRefused(() -> scene.learners()
					.insertOne(new Document("binary", new org.bson.types.Binary((byte) kind, new byte[16]))));
			}
			assertThat(scene.learners().find()).isEmpty();
		});
		contract.refusal("computed and positional projections", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: [1, 2]}");
			assertRefused(() -> learners.find().projection(json("{b: {$size: '$a'}}")).first());
			assertRefused(() -> learners.find(json("{a: 2}")).projection(json("{'a.$': 1}")).first());
			assertRefused(() -> learners.find().projection(json("{a: {$slice: 1}}")).first());
		});
		contract.refusal("an update written as a pipeline", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertRefused(() -> learners.updateOne(json("{_id: 1}"), List.of(json("{$set: {b: '$a'}}"))));
			assertRefused(() -> learners.findOneAndUpdate(json("{_id: 1}"), List.of(json("{$set: {b: '$a'}}"))));
			assertDocuments(learners.find(), "{_id: 1, a: 1}");
		});
	}

	private static void indexes(Contract contract) {
		for (String keys : List.of("{a: 'text'}", "{a: 'hashed'}", "{a: '2dsphere'}", "{'$**': 1}")) {
			contract.refusal("the index " + keys, (scene) -> {
				MongoCollection<Document> learners = scene.given("{_id: 1}");
				assertRefused(() -> learners.createIndex(json(keys)));
				assertThat(learners.listIndexes()).hasSize(1);
			});
		}
		contract.refusal("an index with a collation", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			assertRefused(() -> learners.createIndex(json("{a: 1}"), new IndexOptions().collation(DUTCH).unique(true)));
			assertThat(learners.listIndexes()).hasSize(1);
		});
	}

	private static void collections(Contract contract) {
		contract.refusal("a capped collection",
				(scene) -> assertNotCreated(scene, new CreateCollectionOptions().capped(true).sizeInBytes(4096)));
		contract.refusal("a collection with a collation",
				(scene) -> assertNotCreated(scene, new CreateCollectionOptions().collation(DUTCH)));
		contract.refusal("a collection with a validator",
				(scene) -> assertNotCreated(scene, new CreateCollectionOptions()
					.validationOptions(new ValidationOptions().validator(json("{a: {$exists: true}}")))));
		contract.refusal("a time series", (scene) -> assertNotCreated(scene,
				new CreateCollectionOptions().timeSeriesOptions(new TimeSeriesOptions("at"))));
		contract.refusal("a new name for a collection", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			assertRefused(() -> learners.renameCollection(scene.collection("others").getNamespace()));
			assertDocuments(learners.find(), "{_id: 1}");
			assertThat(scene.collection("others").find()).isEmpty();
		});
		contract.refusal("a view", (scene) -> {
			scene.given("{_id: 1}");
			assertRefused(() -> scene.database().createView("seen", "learners", List.of(json("{$match: {a: 1}}"))));
			assertThat(scene.database().listCollectionNames()).doesNotContain("seen");
		});
	}

	private static void sessions(Contract contract) {
		contract.refusal("a transaction", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, a: 1}");
			assertRefused(() -> {
				try (ClientSession session = scene.client().startSession()) {
					session.startTransaction();
					learners.updateOne(session, json("{_id: 1}"), json("{$set: {a: 2}}"));
					session.abortTransaction();
				}
			});
			assertDocuments(learners.find(), "{_id: 1, a: 1}");
		});
		contract.refusal("a change stream", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1}");
			assertRefused(() -> learners.watch().cursor().close());
		});
	}

	private static void assertNotCreated(ContractScene scene, CreateCollectionOptions options) {
		assertRefused(() -> scene.database().createCollection("learners", options));
		assertThat(scene.database().listCollectionNames()).doesNotContain("learners");
	}

	/** By the server, or by the driver when it knows that the server cannot. */
	private static void assertRefused(ThrowingCallable request) {
		assertThatThrownBy(request).isInstanceOf(MongoException.class);
	}

}
