package nl.kundig.embeddedmongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** A process that writes until it is refused, and says how it goes on. */
final class Filler {

	private static final int MORE_THAN_FITS = 1_000_000;

	private Filler() {
	}

	static void main(String[] arguments) {
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoCollection<Document> filled = client.getDatabase("kundig").getCollection("filled");
			int written = fill(filled);
			System.out.println((mongo.heapPercent() >= EmbeddedMongo.NEARLY_FULL_PERCENT) ? "nearly full"
					: mongo.heapPercent() + " % full");
			boolean all = filled.estimatedDocumentCount() == written;
			System.out.println(all ? "read all that was acknowledged" : "lost some");
			filled.deleteMany(new Document());
			System.out.println("deleted");
			filled.insertOne(new Document("_id", "again"));
			System.out.println("wrote again");
		}
	}

	private static int fill(MongoCollection<Document> filled) {
		String text = "x".repeat(50_000);
		for (int i = 0; i < MORE_THAN_FITS; i++) {
			try {
				filled.insertOne(new Document("_id", i).append("text", text + i));
			}
			catch (MongoException ex) {
				System.out.println("refused with code " + ex.getCode());
				return i;
			}
		}
		return MORE_THAN_FITS;
	}

}
