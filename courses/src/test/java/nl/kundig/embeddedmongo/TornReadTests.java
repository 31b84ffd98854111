package nl.kundig.embeddedmongo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each write gives all fields of a document one value, so a reader that sees two values
 * has seen half a write. With {@code -Dkundig.reads=1000000} it looks that often.
 */
@Timeout(1_800)
class TornReadTests {

	private static final int READS = Integer.getInteger("kundig.reads", 100_000);

	private static final int FIELDS = 60;

	private static final int DOCUMENTS = 8;

	private static final int WRITERS = 4;

	private static final int READERS = 4;

	private final AtomicLong reads = new AtomicLong();

	private final AtomicLong writes = new AtomicLong();

	private final AtomicLong torn = new AtomicLong();

	private final AtomicBoolean enough = new AtomicBoolean();

	@TempDir
	Path folder;

	@Test
	void readsNoDocumentThatIsHalfWritten() throws Exception {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoCollection<Document> sheets = client.getDatabase("kundig").getCollection("sheets");
			sheets.createIndex(Indexes.ascending("field-0"));
			for (int id = 0; id < DOCUMENTS; id++) {
				sheets.insertOne(fields(0).append("_id", id));
			}
			readWhileOthersWrite(sheets);
			assertThat(sheets.find()).hasSize(DOCUMENTS);
		}
		System.out
			.println("reads %,d, writes %,d, torn %d".formatted(this.reads.get(), this.writes.get(), this.torn.get()));
		assertThat(this.torn).hasValue(0);
		assertThat(this.writes).hasValueGreaterThan(READS / 1000);
	}

	private void readWhileOthersWrite(MongoCollection<Document> sheets) throws Exception {
		try (ExecutorService executor = Executors.newCachedThreadPool()) {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				int writer = i;
				running.add(executor.submit(() -> write(writer, sheets)));
			}
			for (int i = 0; i < READERS; i++) {
				running.add(executor.submit(() -> read(sheets)));
			}
			for (Future<?> each : running) {
				each.get();
			}
		}
		finally {
			this.enough.set(true);
		}
	}

	private void write(int writer, MongoCollection<Document> sheets) {
		Document one = new Document();
		IntStream.range(0, FIELDS).forEach((field) -> one.append("field-" + field, 1));
		FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
		try {
			for (int n = writer; !this.enough.get(); n += WRITERS) {
				int id = n % DOCUMENTS;
				switch (n / WRITERS % 4) {
					case 0 -> sheets.updateOne(Filters.eq(id), new Document("$set", fields(n)));
					case 1 -> check(sheets.findOneAndUpdate(Filters.eq(id), new Document("$inc", one), after));
					case 2 -> sheets.replaceOne(Filters.eq(id), fields(n));
					default -> sheets.updateMany(Filters.gte("_id", id), new Document("$set", fields(n)));
				}
				this.writes.incrementAndGet();
			}
		}
		finally {
			this.enough.set(true);
		}
	}

	private void read(MongoCollection<Document> sheets) {
		try {
			for (int n = 0; !this.enough.get(); n++) {
				check(sheets.find(Filters.eq(n % DOCUMENTS)).first());
				checkAll(sheets.find().into(new ArrayList<>()));
				checkAll(sheets.find(Filters.gte("field-0", 0))
					.sort(Indexes.descending("field-0"))
					.into(new ArrayList<>()));
				checkAll(sheets.aggregate(List.of(Aggregates.match(Filters.gte("_id", 0)))).into(new ArrayList<>()));
				if (this.reads.get() >= READS) {
					this.enough.set(true);
				}
			}
		}
		finally {
			this.enough.set(true);
		}
	}

	/** A document that moves in the index meanwhile is neither missed nor met twice. */
	private void checkAll(List<Document> found) {
		assertThat(found).hasSize(DOCUMENTS).extracting((document) -> document.get("_id")).doesNotHaveDuplicates();
		found.forEach(this::check);
	}

	private void check(Document document) {
		HashSet<Object> values = new HashSet<>();
		IntStream.range(0, FIELDS).forEach((field) -> values.add(document.get("field-" + field)));
		this.reads.incrementAndGet();
		if (values.size() != 1) {
			this.torn.incrementAndGet();
		}
	}

	private static Document fields(int value) {
		Document fields = new Document();
		IntStream.range(0, FIELDS).forEach((field) -> fields.append("field-" + field, value));
		return fields;
	}

}
