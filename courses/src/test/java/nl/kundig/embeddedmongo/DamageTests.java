package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.BsonBinaryReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever happened to the files: either everything acknowledged is there, or the start
 * stops with one line and changes nothing. Only a write that was never acknowledged may
 * be cut off. One bit of each byte is flipped, a different one in the next byte, and a
 * server is started around some of the files only; with {@code -Dkundig.damage=full} it
 * is each bit and each file.
 */
@Timeout(300)
class DamageTests {

	private static final boolean FULL = "full".equals(System.getProperty("kundig.damage"));

	private static final int FRAME = 12;

	private static final String NOTES = "kundig.notes";

	private static final String CUT = "of an unfinished write off the end of";

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	@TempDir
	Path folder;

	@BeforeEach
	void listensToLog() {
		this.logged.start();
		((Logger) LoggerFactory.getLogger(Journal.class)).addAppender(this.logged);
	}

	@AfterEach
	void listensNoLonger() {
		((Logger) LoggerFactory.getLogger(Journal.class)).detachAppender(this.logged);
	}

	@Test
	void findsFlippedBitAnywhereInJournal() throws IOException {
		writeNotes(1, 4);
		assertEveryFlippedBitIsFound("store-000001.journal");
	}

	@Test
	void findsFlippedBitAnywhereInClosedJournalAndTheNextOne() throws IOException {
		writeTwoJournals();
		assertEveryFlippedBitIsFound("store-000001.journal");
		assertEveryFlippedBitIsFound("store-000002.journal");
	}

	@Test
	void findsFlippedBitAnywhereInSnapshot() throws IOException {
		writeSnapshot();
		assertEveryFlippedBitIsFound("store-000002.snapshot");
	}

	@Test
	void cutsUnfinishedWriteOffTheEndOfTheLastJournal() throws IOException {
		writeNotes(1, 2);
		Path journal = this.folder.resolve("store-000001.journal");
		byte[] whole = Files.readAllBytes(journal);
		List<Integer> borders = borders(whole);
		for (int length = borders.getFirst(); length < whole.length; length++) {
			Files.write(journal, Arrays.copyOf(whole, length));
			long reported = cutsReported();
			int kept = notesWithin(whole, length);
			boolean served = FULL || borders.contains(length + 1);
			assertThat(notesBefore(new Document("_id", 99), served)).isEqualTo(notes(1, kept));
			assertThat(cutsReported() - reported).isEqualTo(borders.contains(length) ? 0 : 1);
			assertThat(notesBefore(new Document("_id", 100), served)).hasSize(kept + 1)
				.contains(new Document("_id", 99));
		}
	}

	@Test
	void opensEmptyWhenItsFirstStartWasCutOff() throws IOException {
		EmbeddedMongo.open(this.folder).close();
		Path journal = this.folder.resolve("store-000001.journal");
		byte[] whole = Files.readAllBytes(journal);
		for (int length = 0; length < whole.length; length++) {
			Files.write(journal, Arrays.copyOf(whole, length));
			boolean served = FULL || length + 1 == whole.length;
			assertThat(notesBefore(new Document("_id", 1), served)).isEmpty();
			assertThat(notesBefore(new Document("_id", 2), served)).containsExactly(new Document("_id", 1));
		}
	}

	@Test
	void refusesSnapshotOfAnyOtherLength() throws IOException {
		writeSnapshot();
		assertEveryOtherLengthIsRefused("store-000002.snapshot");
	}

	@Test
	void refusesOlderJournalOfAnyOtherLength() throws IOException {
		writeTwoJournals();
		assertEveryOtherLengthIsRefused("store-000001.journal");
	}

	@Test
	void refusesBytesBehindTheLastRecord() throws IOException {
		writeNotes(1, 4);
		Path journal = this.folder.resolve("store-000001.journal");
		byte[] whole = Files.readAllBytes(journal);
		byte[] text = "this is no record, and it is longer than the frame of one".getBytes();
		Files.write(journal, Wire.concat(whole, text));
		assertRefused(journal, "is damaged at byte " + whole.length);
	}

	@Test
	void cutsZeroesOffTheEndOfTheLastJournal() throws IOException {
		writeNotes(1, 4);
		Path journal = this.folder.resolve("store-000001.journal");
		Files.write(journal, Wire.concat(Files.readAllBytes(journal), new byte[4096]));
		inFolder((notes) -> assertThat(notes.find()).containsExactlyElementsOf(notes(1, 4)));
		assertThat(cutsReported()).isOne();
	}

	@Test
	void refusesRecordThatIsRepeatedOrMissingInClosedJournal() throws IOException {
		writeTwoJournals();
		Path journal = this.folder.resolve("store-000001.journal");
		byte[] whole = Files.readAllBytes(journal);
		List<Integer> borders = borders(whole);
		int from = borders.get(1);
		int to = borders.get(2);
		byte[] record = Arrays.copyOfRange(whole, from, to);
		byte[] rest = Arrays.copyOfRange(whole, to, whole.length);
		Files.write(journal, Wire.concat(Arrays.copyOf(whole, from), rest));
		assertRefused(journal, "is damaged at byte");
		Files.write(journal, Wire.concat(Arrays.copyOf(whole, to), record, rest));
		assertRefused(journal, "is damaged at byte");
	}

	@ParameterizedTest
	@ValueSource(strings = { "store-000001.journal", "store-000002.journal", "store-000002.snapshot" })
	void refusesDataOfNewerVersion(String name) throws IOException {
		if (name.endsWith("snapshot")) {
			writeSnapshot();
		}
		else {
			writeTwoJournals();
		}
		Path file = this.folder.resolve(name);
		Files.write(file, withHeader(Files.readAllBytes(file), (header) -> header.append("r", 2L)));
		assertRefused(file, "was written by a newer version of Kundig");
	}

	@Test
	void refusesHeaderOfOtherFormatAlthoughItIsWhole() throws IOException {
		writeNotes(1, 4);
		Path journal = this.folder.resolve("store-000001.journal");
		byte[] whole = Files.readAllBytes(journal);
		for (Document change : List.of(new Document("c", "kundig-other"), new Document("r", 0L), new Document("r", -1L),
				new Document("o", 1), new Document("o", 99), new Document("o", -1))) {
			Files.write(journal, withHeader(whole, (header) -> header.putAll(change)));
			assertRefused(journal, "is damaged at byte 0");
		}
	}

	@Test
	void refusesRecordOfUnknownKindAlthoughItIsWhole() throws IOException {
		writeNotes(1, 4);
		Path journal = this.folder.resolve("store-000001.journal");
		byte[] whole = Files.readAllBytes(journal);
		Files.write(journal, Wire.concat(whole, record(new Document("o", 42).append("c", NOTES).append("r", 1L))));
		assertRefused(journal, "is damaged at byte " + whole.length);
		Files.write(journal, Wire.concat(whole, frame(new byte[] { 1, 2, 3 })));
		assertRefused(journal, "is damaged at byte " + whole.length);
	}

	@Test
	void ignoresUnfinishedSnapshotAndRemovesIt() throws IOException {
		writeTwoJournals();
		Path unfinished = Files.writeString(this.folder.resolve("store-000003.snapshot.tmp"), "not yet");
		inFolder((notes) -> assertThat(notes.find()).containsExactlyElementsOf(notes(1, 4)));
		assertThat(unfinished).doesNotExist();
	}

	@Test
	void finishesCompactionThatEndedBeforeItDeletedWhatItReplaced() throws IOException {
		writeNotes(1, 2);
		byte[] replaced = Files.readAllBytes(this.folder.resolve("store-000001.journal"));
		writeSnapshot();
		Files.write(this.folder.resolve("store-000001.journal"), replaced);
		inFolder((notes) -> assertThat(notes.find()).containsExactlyElementsOf(notes(1, 4)));
		assertThat(this.folder.resolve("store-000001.journal")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "store-000001.journal", "store-000002.journal" })
	void refusesToStartWithoutOneOfItsFiles(String name) throws IOException {
		if (name.equals("store-000001.journal")) {
			writeTwoJournals();
		}
		else {
			writeSnapshot();
		}
		Files.delete(this.folder.resolve(name));
		assertRefused(this.folder.resolve(name), "is missing");
	}

	@Test
	void goesOnInNewJournalWhenItDiedBeforeItMadeOne() throws IOException {
		writeTwoJournals();
		Path second = this.folder.resolve("store-000002.journal");
		List<Integer> borders = borders(Files.readAllBytes(second));
		byte[] header = Arrays.copyOf(Files.readAllBytes(second), borders.getFirst());
		for (int length = 0; length <= header.length; length++) {
			Files.write(second, Arrays.copyOf(header, length));
			boolean served = FULL || length == header.length;
			assertThat(notesBefore(new Document("_id", 5), served)).isEqualTo(notes(1, 2));
			assertThat(notesBefore(new Document("_id", 6), served)).hasSize(3);
		}
		Files.delete(second);
		inFolder((notes) -> assertThat(notes.find()).containsExactlyElementsOf(notes(1, 2)));
	}

	@Test
	void saysInOneLineOfProcessWhatIsDamaged() throws Exception {
		writeNotes(1, 4);
		Path journal = this.folder.resolve("store-000001.journal");
		byte[] whole = Files.readAllBytes(journal);
		whole[whole.length / 2] ^= 1;
		Files.write(journal, whole);
		Process opener = ChildJvm.start(Opener.class, this.folder);
		try (var said = opener.inputReader()) {
			assertThat(said.readAllAsString().lines()).singleElement()
				.asString()
				.startsWith("The data in " + journal.toRealPath() + " is damaged at byte ");
		}
		assertThat(opener.waitFor()).isOne();
	}

	private void assertEveryFlippedBitIsFound(String name) throws IOException {
		Path file = this.folder.resolve(name);
		byte[] whole = Files.readAllBytes(file);
		for (int at = 0; at < whole.length; at++) {
			for (int bit = FULL ? 0 : at % Byte.SIZE; bit < Byte.SIZE; bit += FULL ? 1 : Byte.SIZE) {
				byte[] flipped = whole.clone();
				flipped[at] ^= (byte) (1 << bit);
				Files.write(file, flipped);
				assertRefused(file, "is damaged");
			}
		}
		Files.write(file, whole);
		inFolder((notes) -> assertThat(notes.find()).containsExactlyElementsOf(notes(1, 4)));
	}

	private void assertEveryOtherLengthIsRefused(String name) throws IOException {
		Path file = this.folder.resolve(name);
		byte[] whole = Files.readAllBytes(file);
		for (int length = 0; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertRefused(file, "is damaged");
		}
		Files.write(file, Wire.concat(whole, Wire.bytes(0)));
		assertRefused(file, "is damaged");
	}

	private void assertRefused(Path file, String reason) throws IOException {
		Map<String, ByteBuffer> before = files();
		assertThatExceptionOfType(EmbeddedMongo.Unavailable.class)
			// Without the server around it, which is slow to start and never gets this
			// far.
			.isThrownBy(() -> new StoreFolder(this.folder).open(EmbeddedMongo.DataSync.PROCESS).close())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(file.getFileName().toString(), reason)
				.doesNotContain("\n"));
		assertThat(files()).isEqualTo(before);
	}

	private Map<String, ByteBuffer> files() throws IOException {
		Map<String, ByteBuffer> files = new TreeMap<>();
		try (Stream<Path> all = Files.list(this.folder)) {
			for (Path file : all.toList()) {
				files.put(file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
			}
		}
		return files;
	}

	private void writeNotes(int first, int last) {
		inFolder((notes) -> notes(first, last).forEach(notes::insertOne));
	}

	/** The first one is closed, and no snapshot made of it. */
	private void writeTwoJournals() throws IOException {
		writeNotes(1, 2);
		byte[] first = Files.readAllBytes(this.folder.resolve("store-000001.journal"));
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder)) {
			mongo.tidier().compact();
			byte[] end = record(new Document("o", 4).append("c", "").append("r", (long) borders(first).size() - 1));
			Files.write(this.folder.resolve("store-000001.journal"), Wire.concat(first, end));
			Files.delete(this.folder.resolve("store-000002.snapshot"));
		}
		writeNotes(3, 4);
		assertThat(files()).containsOnlyKeys("lock", "store-000001.journal", "store-000002.journal");
	}

	private void writeSnapshot() throws IOException {
		inFolder((notes) -> {
			notes.drop();
			notes(1, 4).forEach(notes::insertOne);
		});
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder)) {
			mongo.tidier().compact();
		}
		assertThat(files()).containsOnlyKeys("lock", "store-000002.snapshot", "store-000002.journal");
	}

	private void inFolder(Consumer<MongoCollection<Document>> story) {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			story.accept(client.getDatabase("kundig").getCollection("notes"));
		}
	}

	/** The notes in the folder, which gets another one. */
	private List<Document> notesBefore(Document another, boolean served) throws IOException {
		return served ? notesOfServerBefore(another) : notesOfFolderBefore(another);
	}

	/** A server takes longer to start than all the rest. */
	private List<Document> notesOfFolderBefore(Document another) throws IOException {
		try (StoreFolder files = new StoreFolder(this.folder);
				Journal journal = files.open(EmbeddedMongo.DataSync.PROCESS)) {
			SortedMap<Long, StoredDocument> records = files.collections().getOrDefault(NOTES, new TreeMap<>());
			long next = records.isEmpty() ? 1 : records.lastKey() + 1;
			journal.append(JournalRecord.put(NOTES, next, Wire.bson(another)), journal.era(), (_, _) -> {
			});
			journal.commit();
			return records.values().stream().map(StoredDocument::bytes).map(DamageTests::document).toList();
		}
	}

	/** Quicker than with a driver. */
	private List<Document> notesOfServerBefore(Document another) throws IOException {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				RawClient client = RawClient.letIn(mongo.uri("kundig"))) {
			List<Document> notes = client.run(new Document("find", "notes").append("$db", "kundig"))
				.get("cursor", Document.class)
				.getList("firstBatch", Document.class);
			assertThat(client
				.run(new Document("insert", "notes").append("documents", List.of(another)).append("$db", "kundig")))
				.containsEntry("n", 1);
			return notes;
		}
	}

	private static List<Document> notes(int first, int last) {
		List<Document> notes = new ArrayList<>();
		for (int id = first; id <= last; id++) {
			notes.add(new Document("_id", id));
		}
		return notes;
	}

	private static int notesWithin(byte[] whole, int length) {
		List<Integer> borders = borders(whole);
		int notes = 0;
		for (int i = 1; i < borders.size() && borders.get(i) <= length; i++) {
			Document record = document(Arrays.copyOfRange(whole, borders.get(i - 1) + FRAME, borders.get(i)));
			if (NOTES.equals(record.get("c"))) {
				notes++;
			}
		}
		return notes;
	}

	/** Where each record ends. */
	private static List<Integer> borders(byte[] file) {
		List<Integer> borders = new ArrayList<>();
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = 0; at < file.length;) {
			at += FRAME + bytes.getInt(at);
			borders.add(at);
		}
		return borders;
	}

	private static byte[] withHeader(byte[] file, Consumer<Document> change) {
		int end = borders(file).getFirst();
		Document header = document(Arrays.copyOfRange(file, FRAME, end));
		change.accept(header);
		return Wire.concat(record(header), Arrays.copyOfRange(file, end, file.length));
	}

	private static byte[] record(Document content) {
		return frame(Wire.bson(content));
	}

	private static byte[] frame(byte[] payload) {
		byte[] length = Wire.ints(payload.length);
		return Wire.concat(length, Wire.ints(checksum(length), checksum(payload)), payload);
	}

	private static int checksum(byte[] bytes) {
		CRC32C checksum = new CRC32C();
		checksum.update(bytes);
		return (int) checksum.getValue();
	}

	private static Document document(byte[] bson) {
		return new DocumentCodec().decode(new BsonBinaryReader(ByteBuffer.wrap(bson)),
				DecoderContext.builder().build());
	}

	private long cutsReported() {
		return this.logged.list.stream().filter((line) -> line.getFormattedMessage().contains(CUT)).count();
	}

}
