package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class LargeDocumentTests {

	private static final int FILES = 30;

	@TempDir
	Path folder;

	@Test
	void readsLargeDocumentsFromWhereverTheyLie() {
		inFolder((mongo, files) -> {
			for (int id = 0; id < FILES; id++) {
				files.insertOne(file(id, 1));
			}
			assertHolds(files, 1);
			compact(mongo);
			assertHolds(files, 1);
			for (int id = 0; id < FILES; id += 2) {
				files.replaceOne(new Document("_id", id), file(id, 2));
			}
			assertHolds(files, 2);
		});
		inFolder((mongo, files) -> {
			assertHolds(files, 2);
			compact(mongo);
			compact(mongo);
			assertHolds(files, 2);
		});
		inFolder((_, files) -> assertHolds(files, 2));
	}

	@Test
	void readsLargeDocumentsWhileTheirFilesAreReplaced() throws Exception {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoCollection<Document> files = client.getDatabase("kundig").getCollection("files");
			for (int id = 0; id < FILES; id++) {
				files.insertOne(file(id, 1));
			}
			AtomicBoolean done = new AtomicBoolean();
			AtomicBoolean right = new AtomicBoolean(true);
			Thread reader = Thread.ofPlatform().start(() -> {
				while (!done.get()) {
					for (int id = 0; id < FILES; id++) {
						right.compareAndSet(true, file(id, 1).equals(files.find(new Document("_id", id)).first()));
					}
				}
			});
			for (int round = 0; round < 10; round++) {
				compact(mongo);
			}
			done.set(true);
			reader.join();
			assertThat(right).isTrue();
		}
	}

	@Test
	void keepsMoreLargeDocumentsThanFitInMemory() throws Exception {
		Process hoarder = ChildJvm.start(List.of("-Xmx64m"), Hoarder.class, this.folder);
		try (var output = hoarder.inputReader()) {
			assertThat(output.readAllAsString()).isEqualTo("kept 200 documents of a megabyte, all of them right\n");
		}
		finally {
			hoarder.destroyForcibly().waitFor();
		}
	}

	/** Of another length each time, some small. */
	static Document file(int id, int version) {
		byte[] content = new byte[1 + id * 4_000];
		new Random(id * 31L + version).nextBytes(content);
		return new Document("_id", id).append("version", version).append("content", new Binary(content));
	}

	private void inFolder(BiConsumer<EmbeddedMongo, MongoCollection<Document>> story) {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			story.accept(mongo, client.getDatabase("kundig").getCollection("files"));
			assertThat(mongo.indexDifferences()).isEmpty();
		}
	}

	private static void compact(EmbeddedMongo mongo) {
		try {
			mongo.tidier().compact();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static void assertHolds(MongoCollection<Document> files, int versionOfEven) {
		for (int id = 0; id < FILES; id++) {
			Document expected = file(id, (id % 2 == 0) ? versionOfEven : 1);
			Document found = files.find(new Document("_id", id)).first();
			assertThat(found).isNotNull();
			assertThat(found.getInteger("version")).isEqualTo(expected.getInteger("version"));
			assertThat(Arrays.equals(found.get("content", Binary.class).getData(),
					expected.get("content", Binary.class).getData()))
				.isTrue();
		}
		assertThat(files.countDocuments(new Document("version", 1)) + files.countDocuments(new Document("version", 2)))
			.isEqualTo(FILES);
	}

}
