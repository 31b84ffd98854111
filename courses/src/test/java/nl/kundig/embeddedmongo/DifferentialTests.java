package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random histories are told to the embedded store and to {@link NaiveStore}, which must
 * answer alike. What they leave out is in {@link Restriction}. A failure names the seed
 * of its history; {@code -Dkundig.history=<seed>} tells that one again, alone.
 */
@Timeout(300)
class DifferentialTests {

	private static final Logger log = LoggerFactory.getLogger(DifferentialTests.class);

	private static final int HISTORIES = Integer.getInteger("kundig.histories", 400);

	private static final int OPERATIONS_IN_ALL = 200_000;

	private static final int REOPENED_HISTORIES = 12;

	/** Of one store at once; each has a collection of its own. */
	private static final int TELLERS = 4;

	@Test
	void answersAsNaiveStore() throws Exception {
		Long only = Long.getLong("kundig.history");
		List<Long> seeds = (only != null) ? List.of(only) : LongStream.rangeClosed(1, HISTORIES).boxed().toList();
		AtomicInteger operations = new AtomicInteger();
		Map<Restriction, Integer> skipped = new ConcurrentSkipListMap<>();
		List<String> differences = new ArrayList<>();
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
				MongoClient client = MongoClients.create(mongo.uri("kundig"));
				ExecutorService tellers = Executors.newFixedThreadPool(TELLERS)) {
			List<Callable<String>> histories = new ArrayList<>();
			for (long seed : seeds) {
				histories.add(() -> {
					MongoCollection<Document> collection = client.getDatabase("kundig").getCollection("history" + seed);
					History history = new History(seed, collection);
					String difference = history.tell(mongo::indexDifferences, () -> {
					});
					operations.addAndGet(history.comparison().compared());
					history.comparison()
						.skipped()
						.forEach((restriction, times) -> skipped.merge(restriction, times, Integer::sum));
					collection.drop();
					return difference;
				});
			}
			for (Future<String> history : tellers.invokeAll(histories)) {
				differences.add(history.get());
			}
		}
		differences.removeIf(String::isEmpty);
		log.info("{} operations compared, left out: {}", operations, skipped);
		assertThat(differences).as("%d of %d histories differ", differences.size(), seeds.size()).isEmpty();
		assertThat(operations).hasValueGreaterThanOrEqualTo((only != null) ? 1 : OPERATIONS_IN_ALL);
	}

	@Test
	void answersAsNaiveStoreAfterReopening(@TempDir Path folder) throws IOException {
		for (long seed = -1; seed >= -REOPENED_HISTORIES; seed--) {
			try (ReopenedStore store = new ReopenedStore(folder.resolve("history" + seed))) {
				History history = new History(seed, store.collection());
				assertThat(history.tell(store::indexDifferences,
						() -> history.comparison().continueWith(store.reopened())))
					.isEmpty();
			}
		}
	}

}
