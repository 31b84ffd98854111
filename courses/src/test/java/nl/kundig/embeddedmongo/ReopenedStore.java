package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/**
 * A store in a folder that is closed and opened again and again, sometimes compacted
 * before.
 */
final class ReopenedStore implements AutoCloseable {

	private final Path folder;

	private EmbeddedMongo mongo;

	private MongoClient client;

	private int times;

	ReopenedStore(Path folder) {
		this.folder = folder;
		open();
	}

	MongoCollection<Document> collection() {
		return this.client.getDatabase("kundig").getCollection("history");
	}

	List<String> indexDifferences() {
		return this.mongo.indexDifferences();
	}

	MongoCollection<Document> reopened() {
		this.times++;
		if (this.times % 3 != 0) {
			compact();
		}
		if (this.times % 3 != 1) {
			close();
			open();
		}
		return collection();
	}

	@Override
	public void close() {
		this.client.close();
		this.mongo.close();
	}

	private void open() {
		this.mongo = EmbeddedMongo.open(this.folder);
		this.client = MongoClients.create(this.mongo.uri("kundig"));
	}

	private void compact() {
		try {
			this.mongo.tidier().compact();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
