package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TidierTests {

	private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

	@TempDir
	Path folder;

	@Test
	void deletesWhatIsPastItsTime() {
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(Clock.fixed(NOON, ZoneOffset.UTC));
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoCollection<Document> tries = client.getDatabase("kundig").getCollection("tries");
			tries.createIndex(new Document("at", 1), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
			tries.insertMany(
					List.of(at("old", NOON.minusSeconds(61)), at("just", NOON.minusSeconds(60)), at("new", NOON),
							new Document("_id", "none"), new Document("_id", "text").append("at", "yesterday")));
			mongo.tidier().expire();
			assertThat(tries.find()).extracting("_id").containsExactlyInAnyOrder("just", "new", "none", "text");
		}
	}

	@Test
	void compactsWhileOthersWrite() throws Exception {
		AtomicInteger written = new AtomicInteger();
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoCollection<Document> notes = client.getDatabase("kundig").getCollection("notes");
			notes.createIndex(new Document("n", 1), new IndexOptions().unique(true));
			AtomicBoolean done = new AtomicBoolean();
			Thread writer = Thread.ofPlatform().start(() -> {
				while (!done.get()) {
					int n = written.get();
					notes.insertOne(new Document("_id", n).append("n", n));
					notes.updateOne(new Document("_id", n / 2), new Document("$inc", new Document("times", 1)));
					written.incrementAndGet();
				}
			});
			for (int round = 0; round < 5; round++) {
				int before = written.get();
				mongo.tidier().compact();
				while (written.get() < before + 50) {
					Thread.onSpinWait();
				}
			}
			done.set(true);
			writer.join();
			assertThat(files()).containsExactly("lock", "store-000006.journal", "store-000006.snapshot");
		}
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoCollection<Document> notes = client.getDatabase("kundig").getCollection("notes");
			assertThat(notes.countDocuments()).isEqualTo(written.get());
			assertThat(notes.aggregate(List.of(Document.parse("{$group: {_id: null, all: {$sum: '$times'}}}")))
				.first()
				.getInteger("all")).isEqualTo(written.get());
			assertThat(mongo.indexDifferences()).isEmpty();
		}
	}

	@Test
	void forgetsDroppedCollectionsAndDatabasesOverCompaction() throws IOException {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			for (String database : List.of("kundig", "other")) {
				client.getDatabase(database).getCollection("gone").insertOne(new Document("_id", "secret-of-gone"));
				client.getDatabase(database).getCollection("kept").insertOne(new Document("_id", 1));
			}
			client.getDatabase("kundig").getCollection("gone").drop();
			client.getDatabase("other").drop();
			mongo.tidier().compact();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
					.doesNotContain("secret-of-gone");
			}
		}
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			assertThat(client.getDatabase("kundig").listCollectionNames()).containsExactly("kept");
			assertThat(client.getDatabase("other").listCollectionNames()).isEmpty();
			client.getDatabase("kundig").getCollection("gone").insertOne(new Document("_id", "secret-of-gone"));
		}
	}

	private static Document at(String id, Instant time) {
		return new Document("_id", id).append("at", Date.from(time));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

}
