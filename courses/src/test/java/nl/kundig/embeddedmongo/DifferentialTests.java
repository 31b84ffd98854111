package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random histories are told to the embedded store and to {@link NaiveStore}, which must
 * answer alike. What they leave out is in {@link Restriction}. A failure names the seed
 * of its history; {@code -Dkundig.history=<seed>} tells that one again, alone, and
 * {@code -Dkundig.histories=4000} tells that many.
 */
@Timeout(1_800)
class DifferentialTests {

	private static final Logger log = LoggerFactory.getLogger(DifferentialTests.class);

	private static final int HISTORIES = Integer.getInteger("kundig.histories", 400);

	/** So that nobody leaves out more and more. */
	private static final int OPERATIONS_PER_HISTORY = 500;

	/** Each starts a server ten times. */
	private static final int REOPENED_HISTORIES = Math.ceilDiv(HISTORIES, 50);

	/** Of one store at once; each has a collection of its own. */
	private static final int TELLERS = 4;

	private static final AtomicInteger operations = new AtomicInteger();

	private static final AtomicInteger told = new AtomicInteger();

	private static final AtomicInteger differing = new AtomicInteger();

	private final Map<Restriction, Integer> leftOut = new ConcurrentSkipListMap<>();

	@AfterAll
	static void saysHowMuchWasCompared() {
		System.out.println(
				"differential: %s operations in %s histories, %s differences".formatted(operations, told, differing));
	}

	@Test
	void answersAsNaiveStore() throws Exception {
		Long only = Long.getLong("kundig.history");
		List<Long> seeds = (only != null) ? List.of(only) : LongStream.rangeClosed(1, HISTORIES).boxed().toList();
		int before = operations.get();
		List<String> differences = new ArrayList<>();
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
				MongoClient client = MongoClients.create(mongo.uri("kundig"));
				ExecutorService tellers = Executors.newFixedThreadPool(TELLERS)) {
			List<Callable<String>> histories = new ArrayList<>();
			for (long seed : seeds) {
				histories.add(() -> {
					MongoCollection<Document> collection = client.getDatabase("kundig").getCollection("history" + seed);
					History history = new History(seed, collection);
					String difference = tell(history, mongo::indexDifferences, () -> {
					});
					collection.drop();
					return difference;
				});
			}
			for (Future<String> history : tellers.invokeAll(histories)) {
				differences.add(history.get());
			}
		}
		differences.removeIf(String::isEmpty);
		log.info("left out: {}", this.leftOut);
		assertThat(differences).as("%d of %d histories differ", differences.size(), seeds.size()).isEmpty();
		assertThat(operations.get() - before)
			.isGreaterThanOrEqualTo((only != null) ? 1 : OPERATIONS_PER_HISTORY * HISTORIES);
	}

	@Test
	void answersAsNaiveStoreAfterReopening(@TempDir Path folder) throws IOException {
		for (long seed = -1; seed >= -REOPENED_HISTORIES; seed--) {
			try (ReopenedStore store = new ReopenedStore(folder.resolve("history" + seed))) {
				History history = new History(seed, store.collection());
				assertThat(tell(history, store::indexDifferences,
						() -> history.comparison().continueWith(store.reopened())))
					.isEmpty();
			}
		}
	}

	private String tell(History history, Supplier<List<String>> indexDifferences, Runnable pause) {
		String difference = history.tell(indexDifferences, pause);
		operations.addAndGet(history.comparison().compared());
		told.incrementAndGet();
		differing.addAndGet(difference.isEmpty() ? 0 : 1);
		history.comparison()
			.skipped()
			.forEach((restriction, times) -> this.leftOut.merge(restriction, times, Integer::sum));
		return difference;
	}

}
