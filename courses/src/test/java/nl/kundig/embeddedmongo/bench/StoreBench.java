package nl.kundig.embeddedmongo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.sun.management.OperatingSystemMXBean;
import nl.kundig.embeddedmongo.EmbeddedMongo;
import org.bson.Document;

/**
 * What the same work costs the embedded store and the stock backend, in one process and
 * one run. CPU is that of the whole process: driver, server and store.
 */
final class StoreBench {

	private static final int CONNECTIONS = 8;

	private static final int DEPARTMENTS = 50;

	private static final int PAGE = 20;

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private final long windowMillis;

	private final List<String> lines = new ArrayList<>();

	private StoreBench(long windowMillis) {
		this.windowMillis = windowMillis;
	}

	static void main(String[] arguments) throws Exception {
		boolean quick = Arrays.asList(arguments).contains("--quick");
		int[] sizes = quick ? new int[] { 1_000, 10_000 } : new int[] { 1_000, 10_000, 100_000 };
		StoreBench bench = new StoreBench(quick ? 500 : 2_000);
		System.out.println("Warming up");
		bench.measureEach(sizes[0]);
		bench.lines.clear();
		for (int size : sizes) {
			bench.measureEach(size);
		}
		System.out.println();
		System.out.println("| documents | store | action | us CPU | ops/s | p50 ms | p99 ms |");
		System.out.println("|---|---|---|---|---|---|---|");
		bench.lines.forEach(System.out::println);
	}

	private void measureEach(int size) throws Exception {
		measure("embedded", size, (folder) -> {
			EmbeddedMongo mongo = EmbeddedMongo.open(folder);
			return new Running(mongo.uri("bench"), mongo::close);
		});
		measure("embedded, always", size, (folder) -> {
			EmbeddedMongo mongo = EmbeddedMongo.open(folder, EmbeddedMongo.DataSync.ALWAYS);
			return new Running(mongo.uri("bench"), mongo::close);
		});
		measure("stock H2", size, (folder) -> {
			StockStore stock = new StockStore(folder);
			return new Running(stock.uri(), stock::close);
		});
	}

	private void measure(String store, int size, Opener opener) throws Exception {
		System.out.printf("%s, %,d documents%n", store, size);
		Path folder = Files.createTempDirectory("kundig-bench");
		try {
			long before = usedHeap();
			try (Running running = opener.open(folder); MongoClient client = MongoClients.create(running.uri())) {
				Work work = new Work(client.getDatabase("bench").getCollection("people"), size);
				work.load();
				measureAll(store, size, work);
				add(store, size, "heap MB (difference)", megabytes(usedHeap() - before));
			}
			add(store, size, "file MB", megabytes(sizeOf(folder)));
			long start = System.nanoTime();
			try (Running running = opener.open(folder); MongoClient client = MongoClients.create(running.uri())) {
				Work work = new Work(client.getDatabase("bench").getCollection("people"), size);
				require(work.people.find(new Document("_id", "p" + (size - 1))).first() != null, "lost on reopening");
				add(store, size, "reopen ms", "%d".formatted((System.nanoTime() - start) / 1_000_000));
			}
		}
		finally {
			delete(folder);
		}
	}

	private void measureAll(String store, int size, Work work) throws InterruptedException {
		for (int connections : new int[] { 1, CONNECTIONS }) {
			String at = ", " + connections + (connections == 1 ? " connection" : " connections");
			measure(store, size, "read by _id" + at, connections, work::readById);
			measure(store, size, "read by unique key" + at, connections, work::readByUniqueKey);
			measure(store, size, "filter, sort, limit 20" + at, connections, work::page);
			measure(store, size, "count by key" + at, connections, work::count);
			measure(store, size, "update by _id" + at, connections, work::update);
			measure(store, size, "save with @Version" + at, connections, work::save);
			measure(store, size, "insert" + at, connections, work::insert);
		}
		AtomicBoolean done = new AtomicBoolean();
		Thread scanner = Thread.ofPlatform().start(() -> {
			while (!done.get()) {
				work.scan();
			}
		});
		measure(store, size, "read by _id during a scan", 1, work::readById);
		done.set(true);
		scanner.join();
	}

	private void measure(String store, int size, String action, int connections, Action action2)
			throws InterruptedException {
		run(connections, action2, this.windowMillis / 4);
		long cpu = SYSTEM.getProcessCpuTime();
		long start = System.nanoTime();
		long[] micros = run(connections, action2, this.windowMillis);
		long wall = System.nanoTime() - start;
		long used = SYSTEM.getProcessCpuTime() - cpu;
		Arrays.sort(micros);
		this.lines.add("| %,d | %s | %s | %,d | %,d | %.2f | %.2f |".formatted(size, store, action,
				used / 1_000 / micros.length, micros.length * 1_000_000_000L / wall,
				micros[micros.length / 2] / 1_000.0, micros[(int) (micros.length * 0.99)] / 1_000.0));
	}

	/** The time of each action in microseconds; each connection does at least one. */
	private static long[] run(int connections, Action action, long millis) throws InterruptedException {
		long end = System.nanoTime() + millis * 1_000_000;
		List<long[]> times = new ArrayList<>();
		CountDownLatch finished = new CountDownLatch(connections);
		for (int i = 0; i < connections; i++) {
			Random random = new Random(i);
			Thread.ofPlatform().start(() -> {
				long[] own = new long[1024];
				int n = 0;
				long now = System.nanoTime();
				do {
					action.perform(random);
					long after = System.nanoTime();
					own = (n == own.length) ? Arrays.copyOf(own, n * 2) : own;
					own[n++] = (after - now) / 1_000;
					now = after;
				}
				while (now < end);
				synchronized (times) {
					times.add(Arrays.copyOf(own, n));
				}
				finished.countDown();
			});
		}
		finished.await();
		return times.stream().flatMapToLong(Arrays::stream).toArray();
	}

	private void add(String store, int size, String what, String value) {
		this.lines.add("| %,d | %s | %s | %s | | | |".formatted(size, store, what, value));
	}

	private static long usedHeap() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static String megabytes(long bytes) {
		return "%.1f".formatted(bytes / 1_048_576.0);
	}

	private static long sizeOf(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> {
				try {
					Files.delete(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	private static void require(boolean right, String otherwise) {
		if (!right) {
			throw new IllegalStateException(otherwise);
		}
	}

	private interface Action {

		void perform(Random random);

	}

	private interface Opener {

		Running open(Path folder);

	}

	private record Running(String uri, Runnable end) implements AutoCloseable {

		@Override
		public void close() {
			this.end.run();
		}

	}

	/** What is done to a collection of people; each answer is checked. */
	private static final class Work {

		private final MongoCollection<Document> people;

		private final int size;

		private final AtomicInteger inserted;

		private final int[] versions;

		private final AtomicInteger connections = new AtomicInteger();

		private final ThreadLocal<Integer> connection = ThreadLocal
			.withInitial(() -> this.connections.getAndIncrement() % CONNECTIONS);

		Work(MongoCollection<Document> people, int size) {
			this.people = people;
			this.size = size;
			this.inserted = new AtomicInteger(size);
			this.versions = new int[size];
		}

		void load() {
			this.people.createIndex(new Document("email", 1), new IndexOptions().unique(true));
			this.people.createIndex(new Document("department", 1).append("score", -1));
			for (int from = 0; from < this.size; from += 1_000) {
				List<Document> some = new ArrayList<>();
				for (int i = from; i < Math.min(from + 1_000, this.size); i++) {
					some.add(person(i));
				}
				this.people.insertMany(some);
			}
		}

		void readById(Random random) {
			int i = random.nextInt(this.size);
			Document found = this.people.find(new Document("_id", "p" + i)).first();
			require(found != null && found.getString("email").equals(email(i)), "wrong person");
		}

		void readByUniqueKey(Random random) {
			int i = random.nextInt(this.size);
			Document found = this.people.find(new Document("email", email(i))).first();
			require(found != null && found.getString("_id").equals("p" + i), "wrong person");
		}

		void page(Random random) {
			Document filter = new Document("department", "d" + random.nextInt(DEPARTMENTS));
			List<Document> page = this.people.find(filter)
				.sort(new Document("score", -1))
				.limit(PAGE)
				.into(new ArrayList<>());
			require(page.size() == Math.min(PAGE, this.size / DEPARTMENTS) || page.size() == PAGE, "wrong page");
			for (int i = 1; i < page.size(); i++) {
				require(page.get(i - 1).getInteger("score") >= page.get(i).getInteger("score"), "wrong order");
			}
		}

		void count(Random random) {
			require(this.people.countDocuments(new Document("email", email(random.nextInt(this.size)))) == 1,
					"wrong count");
		}

		void update(Random random) {
			String id = "p" + random.nextInt(this.size);
			require(this.people.updateOne(new Document("_id", id), new Document("$inc", new Document("visits", 1)))
				.getMatchedCount() == 1, "not updated");
		}

		/**
		 * As Spring Data saves what has a {@code @Version}; each connection its own
		 * people.
		 */
		void save(Random random) {
			int connection = this.connection.get();
			int i = connection + CONNECTIONS * random.nextInt((this.size - connection - 1) / CONNECTIONS + 1);
			int version = this.versions[i]++;
			Document person = person(i).append("version", (long) version + 1);
			require(this.people.replaceOne(new Document("_id", "p" + i).append("version", (long) version), person)
				.getModifiedCount() == 1, "not saved");
		}

		void insert(Random random) {
			this.people.insertOne(person(this.inserted.getAndIncrement()));
		}

		void scan() {
			require(this.people.find(new Document("note", "nothing has this")).first() == null, "found what is not");
		}

		private static Document person(int i) {
			return new Document("_id", "p" + i).append("email", email(i))
				.append("name", "Voornaam Achternaam-" + i)
				.append("department", "d" + i % DEPARTMENTS)
				.append("score", i * 7919 % 1000)
				.append("visits", 0)
				.append("version", 0L)
				.append("roles", List.of("baliemedewerker", "boa"))
				.append("text", "x".repeat(180));
		}

		private static String email(int i) {
			return "person-" + i + "@waterkerk.example";
		}

	}

}
