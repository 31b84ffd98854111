package nl.kundig.embeddedmongo.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

import static nl.kundig.embeddedmongo.contract.ContractScene.assertDocuments;
import static nl.kundig.embeddedmongo.contract.ContractScene.errorCode;
import static nl.kundig.embeddedmongo.contract.ContractScene.json;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions, and what a driver relies on when it sends a write again because no reply
 * came.
 */
final class ContractSessions {

	private ContractSessions() {
	}

	static void addTo(Contract contract) {
		contract.promise("a session without a transaction reads what it wrote", (scene) -> {
			MongoCollection<Document> learners = scene.learners();
			try (ClientSession session = scene.client().startSession()) {
				learners.insertOne(session, json("{_id: 1, a: 1}"));
				learners.updateOne(session, json("{_id: 1}"), json("{$inc: {a: 1}}"));
				assertDocuments(learners.find(session).into(new ArrayList<>()), "{_id: 1, a: 2}");
			}
		});
		contract.promise("an update sent again under its number is done once", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, n: 0}");
			Document update = json("{update: 'learners', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}");
			List<Document> replies = twice(scene, update);
			assertThat(replies).extracting((reply) -> reply.get("nModified")).containsExactly(1, 1);
			assertDocuments(learners.find(), "{_id: 1, n: 1}");
		});
		contract.promise("an insert sent again under its number meets no duplicate", (scene) -> {
			Document insert = json("{insert: 'learners', documents: [{_id: 1}]}");
			List<Document> replies = twice(scene, insert);
			assertThat(replies).extracting((reply) -> reply.get("n")).containsExactly(1, 1);
			assertThat(replies).extracting((reply) -> reply.get("writeErrors")).containsExactly(null, null);
			assertDocuments(scene.learners().find(), "{_id: 1}");
		});
		contract.promise("a find-and-modify sent again under its number returns the same", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, n: 0}");
			Document modify = json("{findAndModify: 'learners', query: {_id: 1}, update: {$inc: {n: 1}}, new: true}");
			assertThat(twice(scene, modify)).extracting((reply) -> reply.get("value"))
				.containsExactly(json("{_id: 1, n: 1}"), json("{_id: 1, n: 1}"));
			assertDocuments(learners.find(), "{_id: 1, n: 1}");
		});
		contract.promise("an update sent again while the first still runs is done once", (scene) -> {
			MongoCollection<Document> learners = scene.given("{_id: 1, n: 0}");
			Document oneMore = json("{q: {_id: 1}, u: {$inc: {n: 1}}}");
			// Long enough for the second to come while the first runs.
			Document updates = new Document("update", "learners").append("updates", Collections.nCopies(300, oneMore));
			try (ClientSession session = scene.client().startSession();
					ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				long number = session.getServerSession().advanceTransactionNumber();
				Callable<Document> send = () -> numbered(scene, session, number, updates);
				for (Future<Document> sent : threads.invokeAll(Collections.nCopies(4, send))) {
					assertThat(sent.get().get("nModified")).isEqualTo(300);
				}
			}
			assertDocuments(learners.find(), "{_id: 1, n: 300}");
		});
		contract.promise("a number of before is refused, and other sessions have their own", (scene) -> {
			scene.given("{_id: 1, n: 0}");
			Document update = json("{update: 'learners', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}");
			try (ClientSession session = scene.client().startSession();
					ClientSession other = scene.client().startSession()) {
				long earlier = session.getServerSession().advanceTransactionNumber();
				long later = session.getServerSession().advanceTransactionNumber();
				numbered(scene, session, later, update);
				numbered(scene, other, other.getServerSession().advanceTransactionNumber(), update);
				assertThat(errorCode(() -> numbered(scene, session, earlier, update))).isEqualTo(225);
			}
			assertDocuments(scene.learners().find(), "{_id: 1, n: 2}");
		});
	}

	private static List<Document> twice(ContractScene scene, Document command) {
		try (ClientSession session = scene.client().startSession()) {
			long number = session.getServerSession().advanceTransactionNumber();
			return List.of(numbered(scene, session, number, command), numbered(scene, session, number, command));
		}
	}

	private static Document numbered(ContractScene scene, ClientSession session, long number, Document command) {
		return scene.database().runCommand(session, new Document(command).append("txnNumber", number));
	}

}
