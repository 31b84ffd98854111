package nl.kundig.embeddedmongo;

import java.nio.file.Path;
import java.util.Arrays;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A process that keeps more than its memory could hold, and looks whether it is there.
 */
final class Hoarder {

	private static final int DOCUMENTS = 200;

	private Hoarder() {
	}

	static void main(String[] arguments) {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(Path.of(arguments[0]));
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoCollection<Document> files = client.getDatabase("kundig").getCollection("files");
			for (int id = 0; id < DOCUMENTS; id++) {
				files.insertOne(new Document("_id", id).append("content", new Binary(content(id))));
			}
			int right = 0;
			for (int id = 0; id < DOCUMENTS; id++) {
				Document found = files.find(new Document("_id", id)).first();
				right += (found != null && Arrays.equals(found.get("content", Binary.class).getData(), content(id))) ? 1
						: 0;
			}
			System.out.println("kept " + DOCUMENTS + " documents of a megabyte, "
					+ ((right == DOCUMENTS) ? "all" : right) + " of them right");
		}
	}

	private static byte[] content(int id) {
		byte[] content = new byte[1024 * 1024];
		Arrays.fill(content, (byte) id);
		return content;
	}

}
