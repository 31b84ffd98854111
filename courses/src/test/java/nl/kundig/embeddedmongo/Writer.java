package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import org.bson.Document;

/**
 * A process that writes until it is killed and prints a line for everything that was
 * acknowledged, and one before it deletes something. Asked to, it makes its files shorter
 * all the time.
 */
final class Writer {

	private static final int THREADS = 8;

	private static final int DUPLICATE = 11000;

	private final String round;

	private final String name;

	private final MongoDatabase database;

	private Writer(String round, int thread, MongoDatabase database) {
		this.round = round;
		this.name = round + "-" + thread;
		this.database = database;
	}

	static void main(String[] arguments) throws IOException {
		EmbeddedMongo mongo = EmbeddedMongo.open(Path.of(arguments[0]), DataSync.valueOf(arguments[1]));
		MongoClient client = MongoClients.create(mongo.uri("kundig"));
		MongoDatabase database = client.getDatabase("kundig");
		database.getCollection("claimed").createIndex(new Document("key", 1), new IndexOptions().unique(true));
		for (int thread = 0; thread < THREADS; thread++) {
			Writer writer = new Writer(arguments[2], thread, database);
			Thread.ofPlatform().start(writer::write);
		}
		while (Boolean.parseBoolean(arguments[3])) {
			mongo.tidier().compact();
		}
	}

	private void write() {
		for (int n = 0;; n++) {
			String id = this.name + "-" + n;
			insert(id);
			count();
			claim(this.round + "-" + n, id);
			if (n % 4 == 0) {
				delete(id);
			}
		}
	}

	private void insert(String id) {
		this.database.getCollection("written").insertOne(new Document("_id", id).append("text", "x".repeat(300)));
		print("inserted " + id);
	}

	/** All threads and rounds use one counter: no value may come twice. */
	private void count() {
		Document counter = this.database.getCollection("counters")
			.findOneAndUpdate(Filters.eq("all"), Updates.inc("value", 1),
					new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
		print("counted " + counter.getInteger("value"));
	}

	/** Every thread wants the same key. */
	private void claim(String key, String id) {
		MongoCollection<Document> claimed = this.database.getCollection("claimed");
		try {
			claimed.insertOne(new Document("_id", id).append("key", key));
			print("claimed " + key + " " + id);
		}
		catch (MongoWriteException ex) {
			if (ex.getCode() != DUPLICATE) {
				throw ex;
			}
		}
	}

	private void delete(String id) {
		print("deleting " + id);
		this.database.getCollection("written").deleteOne(Filters.eq(id));
		print("deleted " + id);
	}

	private static synchronized void print(String line) {
		System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
		System.out.flush();
	}

}
