package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A disk of two megabytes that is full: what was acknowledged is there, what was refused
 * is not, and when there is space again work goes on.
 */
@Timeout(120)
class FullDiskTests {

	private static final int OUT_OF_DISK_SPACE = 14031;

	/** More than the rest of a page of the disk. */
	private static final String LONG_TEXT = "x".repeat(8 * 1024);

	private static final int KILOBYTE = 1024;

	@TempDir
	Path parent;

	private Path disk;

	private Path folder;

	private Path filler;

	@BeforeEach
	void mountsSmallDisk() throws IOException, InterruptedException {
		this.disk = Files.createDirectory(this.parent.resolve("disk"));
		assumeThat(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", this.disk.toString()))
			.as("this user may mount a small disk, as root on Linux may")
			.isTrue();
		this.folder = this.disk.resolve("store");
		this.filler = this.disk.resolve("filler");
	}

	@AfterEach
	void unmounts() throws IOException, InterruptedException {
		run("umount", this.disk.toString());
	}

	private static boolean run(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
		}
		catch (IOException ex) {
			// No such command here.
			return false;
		}
	}

	@ParameterizedTest
	@EnumSource
	void refusesWritesUntilThereIsSpaceAgain(DataSync sync) throws IOException {
		Set<String> acknowledged = new TreeSet<>();
		inFolder(sync, (mongo, letters) -> {
			letters.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
			fill(512 * KILOBYTE);
			String refused = writeUntilRefused("first", letters, acknowledged);
			assertThat(acknowledged).isNotEmpty();
			assertHolds(mongo, letters, acknowledged);

			String some = acknowledged.iterator().next();
			assertRefused(() -> letters.updateOne(Filters.eq(some), Updates.set("text", LONG_TEXT + "y")));
			assertRefused(() -> letters.findOneAndUpdate(Filters.eq(some), Updates.set("key", LONG_TEXT)));
			assertRefused(() -> letters.replaceOne(Filters.eq(some), new Document("text", LONG_TEXT + "y")));
			assertRefused(() -> letters.updateMany(Filters.exists("key"), Updates.set("text", LONG_TEXT + "y")));
			assertThat(letters.find(Filters.eq("key", "key of " + some))).containsExactly(letter(some));
			assertHolds(mongo, letters, acknowledged);

			removeFiller();
			letters.insertOne(letter(refused));
			acknowledged.add(refused);
			assertHolds(mongo, letters, acknowledged);
		});
		inFolder(sync, (mongo, letters) -> assertHolds(mongo, letters, acknowledged));
	}

	@Test
	void keepsNothingOfBatchThatDoesNotFit() throws IOException {
		List<Document> batch = IntStream.range(0, 50).mapToObj((n) -> letter("batch-" + n)).toList();
		inFolder(DataSync.PROCESS, (mongo, letters) -> {
			letters.insertOne(letter("one"));
			fill(200 * KILOBYTE);
			assertRefused(() -> letters.insertMany(batch));
			assertHolds(mongo, letters, Set.of("one"));
			removeFiller();
			letters.insertMany(batch);
			assertThat(letters.find()).hasSize(51);
		});
		inFolder(DataSync.PROCESS, (mongo, letters) -> assertThat(letters.find()).hasSize(51));
	}

	@ParameterizedTest
	@EnumSource
	void keepsExactlyWhatWasAcknowledgedToManyWriters(DataSync sync) throws IOException {
		Set<String> acknowledged = new ConcurrentSkipListSet<>();
		inFolder(sync, (mongo, letters) -> {
			letters.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
			for (int round = 0; round < 3; round++) {
				fill(200 * KILOBYTE);
				writeFromMany(round, letters, acknowledged);
				assertHolds(mongo, letters, acknowledged);
				removeFiller();
				letters.insertOne(letter("between-" + round));
				acknowledged.add("between-" + round);
			}
		});
		assertThat(acknowledged).hasSizeGreaterThan(8);
		inFolder(sync, (mongo, letters) -> assertHolds(mongo, letters, acknowledged));
	}

	private static void writeFromMany(int round, MongoCollection<Document> letters, Set<String> acknowledged) {
		try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
			List<Future<?>> writers = new ArrayList<>();
			for (int thread = 0; thread < 8; thread++) {
				String name = round + "-" + thread;
				writers.add(executor.submit(() -> {
					for (int tries = 0; tries < 20; tries++) {
						writeUntilRefused(name + "-" + tries, letters, acknowledged);
					}
				}));
			}
			for (Future<?> writer : writers) {
				assertThat(writer).succeedsWithin(Duration.ofMinutes(1));
			}
		}
	}

	@Test
	void findsExactlyWhatWasAcknowledgedWhenKilledOnFullDisk(@TempDir Path elsewhere) throws IOException {
		Set<String> acknowledged = new TreeSet<>();
		inFolder(DataSync.PROCESS, (_, letters) -> {
			fill(200 * KILOBYTE);
			writeUntilRefused("first", letters, acknowledged);
			// As the files are now, without closing them.
			copyTo(elsewhere);
		});
		inFolder(elsewhere, DataSync.PROCESS, (mongo, letters) -> assertHolds(mongo, letters, acknowledged));
	}

	@Test
	void opensOnFullDiskAndReads() throws IOException {
		Set<String> acknowledged = new TreeSet<>();
		inFolder(DataSync.PROCESS, (_, letters) -> {
			fill(200 * KILOBYTE);
			writeUntilRefused("first", letters, acknowledged);
		});
		fill(0);
		inFolder(DataSync.PROCESS, (mongo, letters) -> {
			assertHolds(mongo, letters, acknowledged);
			assertRefused(() -> letters.insertOne(letter("more")));
			removeFiller();
			letters.insertOne(letter("more"));
		});
		acknowledged.add("more");
		inFolder(DataSync.PROCESS, (mongo, letters) -> assertHolds(mongo, letters, acknowledged));
	}

	@Test
	void saysInOneLineWhenItCannotBeginOnFullDisk() throws Exception {
		fill(0);
		assertOpenerSaysThatItCannotWrite();
		removeFiller();
		inFolder(DataSync.PROCESS, (_, letters) -> assertThat(letters.find()).isEmpty());
	}

	@Test
	void saysInOneLineThatDiskCannotBeWritten() throws Exception {
		inFolder(DataSync.PROCESS, (_, letters) -> letters.insertOne(letter("one")));
		assertThat(run("mount", "-o", "remount,ro", this.disk.toString())).isTrue();
		assertOpenerSaysThatItCannotWrite();
		assertThat(run("mount", "-o", "remount,rw", this.disk.toString())).isTrue();
		inFolder(DataSync.PROCESS, (mongo, letters) -> assertHolds(mongo, letters, Set.of("one")));
	}

	@Test
	void servesOnWhenThereIsNoSpaceToCompact() throws IOException {
		Set<String> acknowledged = new TreeSet<>();
		inFolder(DataSync.PROCESS, (mongo, letters) -> {
			for (int n = 0; n < 50; n++) {
				letters.insertOne(letter("early-" + n));
				acknowledged.add("early-" + n);
			}
			fill(200 * KILOBYTE);
			assertThatIOException().isThrownBy(() -> mongo.tidier().compact());
			letters.insertOne(letter("after"));
			acknowledged.add("after");
			assertHolds(mongo, letters, acknowledged);
			assertNothingUnfinished();
		});
		inFolder(DataSync.PROCESS, (mongo, letters) -> {
			assertHolds(mongo, letters, acknowledged);
			removeFiller();
			compact(mongo);
			assertHolds(mongo, letters, acknowledged);
		});
		inFolder(DataSync.PROCESS, (mongo, letters) -> assertHolds(mongo, letters, acknowledged));
	}

	@Test
	void servesOnWhenThereIsNoSpaceToBeginNewJournal(@TempDir Path elsewhere) throws IOException {
		Set<String> acknowledged = new TreeSet<>();
		inFolder(DataSync.PROCESS, (mongo, letters) -> {
			for (int n = 0; n < 10; n++) {
				letters.insertOne(letter("early-" + n));
				acknowledged.add("early-" + n);
			}
			fill(0);
			for (int tries = 0; tries < 3; tries++) {
				assertThatIOException().isThrownBy(() -> mongo.tidier().compact());
				assertHolds(mongo, letters, acknowledged);
			}
			copyTo(elsewhere);
			removeFiller();
			letters.insertOne(letter("after"));
			acknowledged.add("after");
			compact(mongo);
			letters.insertOne(letter("last"));
			acknowledged.add("last");
		});
		inFolder(DataSync.PROCESS, (mongo, letters) -> assertHolds(mongo, letters, acknowledged));
		inFolder(elsewhere, DataSync.PROCESS, (_, letters) -> assertThat(letters.find()).hasSize(10));
	}

	private void assertOpenerSaysThatItCannotWrite() throws IOException, InterruptedException {
		Process opener = ChildJvm.start(Opener.class, this.folder);
		try (var said = opener.inputReader()) {
			assertThat(said.readAllAsString().lines()).singleElement()
				.asString()
				.contains(this.folder.toString(), "cannot be", "written");
		}
		assertThat(opener.waitFor()).isOne();
	}

	private void inFolder(DataSync sync, BiConsumer<EmbeddedMongo, MongoCollection<Document>> story) {
		inFolder(this.folder, sync, story);
	}

	private static void inFolder(Path folder, DataSync sync,
			BiConsumer<EmbeddedMongo, MongoCollection<Document>> story) {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(folder, sync);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			story.accept(mongo, client.getDatabase("kundig").getCollection("letters"));
		}
	}

	/** The id of the letter that was refused. */
	private static String writeUntilRefused(String name, MongoCollection<Document> letters, Set<String> acknowledged) {
		for (int n = 0;; n++) {
			String id = name + "-" + n;
			try {
				letters.insertOne(letter(id));
				acknowledged.add(id);
			}
			catch (MongoException ex) {
				assertThat(ex.getCode()).isEqualTo(OUT_OF_DISK_SPACE);
				return id;
			}
		}
	}

	private static void assertRefused(ThrowingCallable write) {
		assertThatExceptionOfType(MongoException.class).isThrownBy(write)
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(OUT_OF_DISK_SPACE));
	}

	private static void assertHolds(EmbeddedMongo mongo, MongoCollection<Document> letters, Set<String> ids) {
		assertThat(letters.find().sort(Indexes.ascending("_id")))
			.containsExactlyElementsOf(new TreeSet<>(ids).stream().map(FullDiskTests::letter).toList());
		assertThat(letters.countDocuments()).isEqualTo(ids.size());
		assertThat(mongo.indexDifferences()).isEmpty();
	}

	private static Document letter(String id) {
		return new Document("_id", id).append("key", "key of " + id).append("text", LONG_TEXT);
	}

	private static void compact(EmbeddedMongo mongo) {
		try {
			mongo.tidier().compact();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void fill(int leaving) {
		try {
			long space = Files.getFileStore(this.disk).getUsableSpace();
			Files.write(this.filler, new byte[(int) (space - leaving)], StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
			assertThat(Files.getFileStore(this.disk).getUsableSpace()).isBetween((long) leaving, leaving + 4096L);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void removeFiller() {
		try {
			Files.delete(this.filler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void assertNothingUnfinished() {
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).noneMatch((file) -> file.toString().endsWith(".tmp"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void copyTo(Path elsewhere) {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				Files.copy(file, elsewhere.resolve(file.getFileName().toString()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
