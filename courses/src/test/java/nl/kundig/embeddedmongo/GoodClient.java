package nl.kundig.embeddedmongo;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes and reads all the time, and remembers a wrong answer. */
final class GoodClient implements AutoCloseable {

	private static final int MANY = 50;

	private static final Duration SOON = Duration.ofSeconds(30);

	private final MongoClient client;

	private final Semaphore rightAnswers = new Semaphore(0);

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	private volatile boolean closed;

	GoodClient(String uri) {
		this.client = MongoClients.create(uri + "&serverSelectionTimeoutMS=5000");
		this.executor.execute(this::work);
	}

	MongoDatabase database() {
		return this.client.getDatabase("kundig");
	}

	/** From now on, there are right answers, and there never was another one. */
	void assertServed() throws InterruptedException {
		assertThat(this.failure.get()).isNull();
		this.rightAnswers.drainPermits();
		boolean served = this.rightAnswers.tryAcquire(MANY, SOON.toMillis(), TimeUnit.MILLISECONDS);
		assertThat(this.failure.get()).isNull();
		assertThat(served).isTrue();
	}

	@Override
	public void close() {
		this.closed = true;
		this.executor.close();
		this.client.close();
	}

	private void work() {
		try {
			MongoCollection<Document> notes = database().getCollection("notes");
			for (int n = 0; !this.closed; n++) {
				Document note = new Document("_id", n).append("text", "note " + n);
				notes.insertOne(note);
				assertThat(notes.find(Filters.eq(n))).containsExactly(note);
				assertThat(notes.deleteOne(Filters.eq(n)).getDeletedCount()).isOne();
				this.rightAnswers.release();
			}
		}
		catch (RuntimeException | AssertionError ex) {
			this.failure.set(ex);
			this.rightAnswers.release(MANY);
		}
	}

}
