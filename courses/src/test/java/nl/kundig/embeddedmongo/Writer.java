package nl.kundig.embeddedmongo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;

/**
 * A process that writes until it is killed and prints what was acknowledged, a line each:
 * the id of an inserted document, the name of a counter and its value.
 */
final class Writer {

	private static final int THREADS = 4;

	private Writer() {
	}

	static void main(String[] arguments) {
		EmbeddedMongo mongo = EmbeddedMongo.open(Path.of(arguments[0]));
		MongoClient client = MongoClients.create(mongo.uri("kundig"));
		MongoCollection<Document> written = client.getDatabase("kundig").getCollection("written");
		MongoCollection<Document> counters = client.getDatabase("kundig").getCollection("counters");
		for (int i = 0; i < THREADS; i++) {
			String thread = "thread-" + i;
			Thread.ofPlatform().start(() -> write(arguments[1] + "-" + thread, thread, written, counters));
		}
	}

	private static void write(String prefix, String counter, MongoCollection<Document> written,
			MongoCollection<Document> counters) {
		for (int n = 0;; n++) {
			String id = prefix + "-" + n;
			written.insertOne(new Document("_id", id).append("text", "x".repeat(300)));
			Document counted = counters.findOneAndUpdate(new Document("_id", counter),
					new Document("$inc", new Document("value", 1)),
					new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
			print(id + " " + counter + " " + counted.getInteger("value") + "\n");
		}
	}

	private static synchronized void print(String line) {
		System.out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
		System.out.flush();
	}

}
