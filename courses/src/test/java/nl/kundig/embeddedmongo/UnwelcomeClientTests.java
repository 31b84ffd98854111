package nl.kundig.embeddedmongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Who is not welcome, or sends what nobody should, is turned away; nothing of it stays,
 * and a good client is served by the same server all the time.
 */
@Timeout(120)
class UnwelcomeClientTests {

	private static final int MEGABYTE = 1024 * 1024;

	private static final int LARGEST_DOCUMENT = 16 * MEGABYTE;

	private static final int LARGEST_MESSAGE = 48_000_000;

	private static Process host;

	private static BufferedReader output;

	private static String uri;

	private static GoodClient good;

	@BeforeEach
	void startsHostUnlessItRuns() throws IOException {
		if (host == null || !host.isAlive()) {
			// Its memory is small, and whoever makes it ask for more ends it.
			host = ChildJvm.start(List.of("-XX:+ExitOnOutOfMemoryError"), Host.class);
			output = host.inputReader();
			uri = output.readLine();
			good = new GoodClient(uri);
			good.database().getCollection("letters").insertOne(new Document("_id", "kept").append("read", false));
		}
		removeWhatMadeSense();
	}

	private static void removeWhatMadeSense() {
		for (String name : good.database().listCollectionNames().into(new ArrayList<>())) {
			if (!Set.of("letters", "notes").contains(name)) {
				good.database().getCollection(name).drop();
			}
		}
	}

	@AfterAll
	static void stopHost() throws Exception {
		good.close();
		host.outputWriter().close();
		assertThat(output.readAllAsString()).isEmpty();
		assertThat(host.waitFor()).isZero();
	}

	@AfterEach
	void leavesNothingAndServesOthers() throws InterruptedException {
		good.assertServed();
		assertThat(good.database().listCollectionNames()).containsExactlyInAnyOrder("letters", "notes");
		assertThat(good.database().getCollection("letters").find())
			.containsExactly(new Document("_id", "kept").append("read", false));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badMessages")
	void turnsAwayBadMessage(String what, byte[] message) throws IOException {
		for (boolean known : new boolean[] { true, false }) {
			try (RawClient client = known ? RawClient.letIn(uri) : RawClient.stranger(uri)) {
				client.send(message);
				client.endInput();
				assertRefused(client.answer());
			}
		}
	}

	static Stream<Arguments> badMessages() {
		return Stream
			.of(badLengths(), badOpCodes(), badSections(), badBson(), badText(), badCommands(), tooDeepOrTooLarge())
			.flatMap((messages) -> messages);
	}

	private static Stream<Arguments> badLengths() {
		byte[] content = Wire.concat(Wire.ints(0), Wire.bytes(0), Wire.bson(stealing()));
		return IntStream.of(Integer.MIN_VALUE, -1, 0, 1, 3, 4, 15, 16, 20, LARGEST_MESSAGE + 1, Integer.MAX_VALUE)
			.mapToObj((length) -> arguments("length " + length, Wire.message(length, Wire.OP_MSG, content)));
	}

	private static Stream<Arguments> badOpCodes() {
		byte[] content = Wire.concat(Wire.ints(0), Wire.cString("kundig.stolen"), Wire.bson(new Document("_id", 1)));
		return IntStream.of(-1, 0, 1, 1000, 2001, 2002, 2005, 2006, 2007, 2010, 2011, 2012, 9999)
			.mapToObj((opCode) -> arguments("operation " + opCode, Wire.message(opCode, content)));
	}

	private static Stream<Arguments> badSections() {
		byte[] body = Wire.concat(Wire.bytes(0), Wire.bson(stealing()));
		byte[] documents = Wire.cString("documents");
		byte[] document = Wire.bson(new Document("_id", 1));
		return Stream.of(arguments("no section", Wire.message(Wire.OP_MSG, Wire.ints(0))),
				arguments("no flags", Wire.message(Wire.OP_MSG, Wire.bytes())),
				arguments("unknown flags", Wire.message(Wire.OP_MSG, Wire.concat(Wire.ints(0x7ffc), body))),
				arguments("unknown kind", Wire.message(Wire.OP_MSG, Wire.concat(Wire.ints(0), Wire.bytes(7)))),
				arguments("two bodies", Wire.message(Wire.OP_MSG, Wire.concat(Wire.ints(0), body, body))),
				arguments("sequence without body",
						Wire.message(Wire.OP_MSG,
								Wire.concat(Wire.ints(0), Wire.bytes(1),
										Wire.ints(4 + documents.length + document.length), documents, document))),
				arguments("sequence with a wrong size",
						Wire.message(Wire.OP_MSG,
								Wire.concat(Wire.ints(0), body, Wire.bytes(1), Wire.ints(LARGEST_MESSAGE), documents,
										document))),
				arguments("sequence of nothing",
						Wire.message(Wire.OP_MSG,
								Wire.concat(Wire.ints(0), body, Wire.bytes(1), Wire.ints(4 + documents.length),
										documents))),
				arguments("bytes after the body", Wire.message(Wire.OP_MSG,
						Wire.concat(Wire.ints(0), body, Wire.bytes(9, 9, 9, 9, 9, 9, 9, 9)))));
	}

	private static Stream<Arguments> badBson() {
		byte[] text = Wire.cString("_id");
		return Stream.of(withElement("unknown type", Wire.concat(Wire.bytes(0x20), text, Wire.ints(1))),
				withElement("text of negative length", Wire.concat(Wire.bytes(2), text, Wire.ints(-1))),
				withElement("text of length 0", Wire.concat(Wire.bytes(2), text, Wire.ints(0))),
				withElement("text of 2 GB", Wire.concat(Wire.bytes(2), text, Wire.ints(Integer.MAX_VALUE))),
				withElement("text of 1 GB", Wire.concat(Wire.bytes(2), text, Wire.ints(1 << 30))),
				withElement("text without end",
						Wire.concat(Wire.bytes(2), text, Wire.ints(3), Wire.bytes('a', 'b', 'c'))),
				withElement("binary of negative length",
						Wire.concat(Wire.bytes(5), text, Wire.ints(-1), Wire.bytes(0))),
				withElement("binary of 2 GB",
						Wire.concat(Wire.bytes(5), text, Wire.ints(Integer.MAX_VALUE), Wire.bytes(0))),
				withElement("binary of 1 GB", Wire.concat(Wire.bytes(5), text, Wire.ints(1 << 30), Wire.bytes(0))),
				withElement("document of negative length", Wire.concat(Wire.bytes(3), text, Wire.ints(-1))),
				withElement("document of length 0", Wire.concat(Wire.bytes(3), text, Wire.ints(0))),
				withElement("document of 2 GB", Wire.concat(Wire.bytes(3), text, Wire.ints(Integer.MAX_VALUE))),
				withElement("document without end", Wire.concat(Wire.bytes(3), text, Wire.ints(5), Wire.bytes(1))),
				withElement("neither true nor false", Wire.concat(Wire.bytes(8), text, Wire.bytes(2))),
				withElement("half a number", Wire.concat(Wire.bytes(0x12), text, Wire.ints(1))),
				withElement("name without end", Wire.bytes(0x10, 'a', 'b')),
				withElement("one name twice",
						Wire.concat(Wire.bytes(0x10), text, Wire.ints(1), Wire.bytes(0x10), text, Wire.ints(2))),
				arguments("empty bytes as a document", Wire.insert("stolen", Wire.bytes())),
				arguments("document with a length of its own", Wire.insert("stolen",
						Wire.concat(Wire.ints(4000), Wire.bytes(0x10), text, Wire.ints(1), Wire.bytes(0)))));
	}

	private static Arguments withElement(String what, byte[] element) {
		return arguments(what,
				Wire.insert("stolen", Wire.concat(Wire.ints(4 + element.length + 1), element, Wire.bytes(0))));
	}

	private static Stream<Arguments> badText() {
		return Stream
			.of(new int[] { 0xc3, 0x28, 'a', 'a' }, new int[] { 0xc0, 0x80, 'a', 'a' },
					new int[] { 'a', 'a', 0xe2, 0x82 }, new int[] { 0xed, 0xa0, 0x80, 'a' },
					new int[] { 0xf5, 0x80, 0x80, 0x80 }, new int[] { 0xf8, 0x88, 0x80, 0x80 },
					new int[] { 0xff, 0xfe, 'a', 'a' })
			.flatMap(
					(bad) -> Stream.of(
							arguments("value " + hex(bad),
									Wire.insert("stolen",
											Wire.replace(Wire.bson(new Document("_id", 1).append("text", "@@@@")),
													"@@@@", bad))),
							arguments("id " + hex(bad),
									Wire.insert("stolen",
											Wire.replace(Wire.bson(new Document("_id", "@@@@")), "@@@@", bad))),
							arguments("name " + hex(bad),
									Wire.insert("stolen",
											Wire.replace(Wire.bson(new Document("_id", 1).append("@@@@", 1)), "@@@@",
													bad))),
							arguments(
									"update " + hex(
											bad),
									Wire.replace(
											Wire.command(
													new Document("update", "letters")
														.append("updates",
																List.of(new Document("q", new Document("_id", "kept"))
																	.append("u",
																			new Document("$set",
																					new Document("read", "@@@@")))))
														.append("$db", "kundig")),
											"@@@@", bad))));
	}

	private static String hex(int[] bytes) {
		return Arrays.stream(bytes).mapToObj("%02x"::formatted).toList().toString();
	}

	private static Stream<Arguments> badCommands() {
		return Stream
			.of(new Document(), new Document("$db", "kundig"), new Document("steal", "letters").append("$db", "kundig"),
					new Document("insert", 5).append("$db", "kundig"),
					new Document("insert", "stolen").append("documents", "none").append("$db", "kundig"),
					new Document("insert", "stolen").append("documents", List.of("none")).append("$db", "kundig"),
					new Document("find", "letters").append("filter", "all").append("$db", "kundig"),
					new Document("find", "letters").append("filter", new Document("_id", new Document("$odd", 1)))
						.append("$db", "kundig"),
					new Document("update", "letters").append("updates",
							List.of(new Document("q", new Document()).append("u",
									new Document("$odd", new Document("read", true)))))
						.append("$db", "kundig"),
					new Document("insert", "stolen").append("documents", List.of(new Document("_id", 1))),
					new Document("insert", "stolen").append("documents", List.of(new Document("_id", 1)))
						.append("$db", 5))
			.map((command) -> arguments(command.toJson(), Wire.command(command)));
	}

	private static Stream<Arguments> tooDeepOrTooLarge() {
		return Stream.of(arguments("200 levels", Wire.insert("stolen", Wire.nested(200))),
				arguments("200 levels of a query", Wire.command(commandWith(Wire.nested(200)))),
				arguments("100,000 levels", Wire.insert("stolen", Wire.nested(100_000))),
				arguments("1,000,000 levels", Wire.insert("stolen", Wire.nested(1_000_000))),
				arguments("a document of 17 MB", Wire.insert("stolen", large(17 * MEGABYTE))),
				arguments("a document of 40 MB", Wire.insert("stolen", large(40 * MEGABYTE))),
				arguments("a message of more than 48 MB", Wire.insert("stolen", large(LARGEST_MESSAGE))));
	}

	/** Asks for the letters that are as deep as this. */
	private static byte[] commandWith(byte[] filter) {
		byte[] find = Wire.bson(new Document("find", "letters").append("$db", "kundig"));
		byte[] asked = Wire.concat(Wire.bytes(3), Wire.cString("filter"), filter, Wire.bytes(0));
		return Wire.concat(Wire.ints(find.length - 1 + asked.length), Arrays.copyOfRange(find, 4, find.length - 1),
				asked);
	}

	private static byte[] large(int length) {
		byte[] empty = Wire.bson(new Document("_id", 1).append("text", new byte[0]));
		return Wire.bson(new Document("_id", 1).append("text", new byte[length - empty.length]));
	}

	@Test
	void turnsAwayNoise() throws IOException {
		Random random = new Random(7);
		for (int i = 0; i < 200; i++) {
			byte[] noise = new byte[1 + random.nextInt(2000)];
			random.nextBytes(noise);
			if (i % 2 == 0) {
				// A right length gets the noise further in.
				noise = Wire.message(i % 4 == 0 ? Wire.OP_MSG : Wire.OP_QUERY, noise);
			}
			try (RawClient client = i % 3 == 0 ? RawClient.stranger(uri) : RawClient.letIn(uri)) {
				client.send(noise);
				client.endInput();
				assertRefused(client.answer());
			}
		}
	}

	@Test
	void turnsAwayMessagesWithFlippedBytes() throws IOException {
		byte[] right = Wire.insert("stolen", Wire.bson(new Document("_id", "one").append("text", "two")));
		Random random = new Random(11);
		for (int at = 0; at < right.length; at++) {
			byte[] wrong = right.clone();
			wrong[at] ^= (byte) (1 << random.nextInt(8));
			try (RawClient client = RawClient.letIn(uri)) {
				client.send(wrong);
				client.endInput();
				// It may happen to make sense.
				client.answer();
			}
		}
		removeWhatMadeSense();
	}

	@Test
	void letsSilentClientsWaitAlone() throws IOException, InterruptedException {
		byte[] message = Wire.command(stealing());
		List<RawClient> silent = new ArrayList<>();
		for (int sent = 0; sent < message.length; sent++) {
			RawClient client = sent % 2 == 0 ? RawClient.stranger(uri) : RawClient.letIn(uri);
			client.send(Arrays.copyOf(message, sent));
			silent.add(client);
		}
		good.assertServed();
		for (RawClient client : silent) {
			client.close();
		}
	}

	@Test
	void keepsNoRoomForWhatStrangersSend() throws IOException, InterruptedException {
		byte[] half = Arrays.copyOf(Wire.message(LARGEST_MESSAGE, Wire.OP_MSG, new byte[30 * MEGABYTE]), 30 * MEGABYTE);
		List<RawClient> strangers = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			RawClient stranger = RawClient.stranger(uri);
			assertThat(stranger.send(half)).isFalse();
			strangers.add(stranger);
		}
		good.assertServed();
		for (RawClient stranger : strangers) {
			stranger.close();
		}
	}

	@ParameterizedTest
	@MethodSource("commandsOfStrangers")
	void refusesCommandOfStranger(Document command) throws IOException {
		for (Object guess : guesses()) {
			try (RawClient stranger = RawClient.stranger(uri)) {
				if (!guess.equals("")) {
					stranger.greet(guess);
				}
				stranger.send(Wire.command(command));
				assertThat(stranger.answer().orElseThrow()).containsEntry("code", 13);
			}
		}
	}

	static Stream<Document> commandsOfStrangers() {
		return Stream
			.of(new Document("find", "letters"), stealing(), new Document("count", "letters"),
					new Document("update", "letters").append("updates",
							List.of(new Document("q", new Document()).append("u",
									new Document("$set", new Document("read", true))))),
					new Document("delete", "letters").append("deletes",
							List.of(new Document("q", new Document()).append("limit", 0))),
					new Document("findAndModify", "letters").append("remove", true),
					new Document("aggregate", "letters").append("pipeline", List.of(new Document("$out", "stolen")))
						.append("cursor", new Document()),
					new Document("getMore", 1L).append("collection", "letters"), new Document("drop", "letters"),
					new Document("dropDatabase", 1), new Document("listCollections", 1),
					new Document("createIndexes", "letters").append("indexes",
							List.of(new Document("key", new Document("a", 1)).append("name", "a"))),
					new Document("renameCollection", "kundig.letters").append("to", "kundig.stolen"))
			.map((command) -> command.append("$db", "kundig"));
	}

	private static List<Object> guesses() {
		String secret = String.valueOf(new ConnectionString(uri).getApplicationName());
		return List.of("", "0".repeat(secret.length()), secret.substring(1), secret + "0", " " + secret,
				new Document("$ne", 1), List.of(secret));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kundig.letters", "kundig.$cmd", "admin.$cmd" })
	void refusesOldProtocolOfStranger(String collection) throws IOException {
		for (Document asked : List.of(new Document("find", "letters"), stealing(), new Document("drop", "letters"))) {
			try (RawClient stranger = RawClient.stranger(uri)) {
				stranger.send(Wire.legacyQuery(collection, asked));
				assertRefused(stranger.answer());
			}
		}
	}

	@Test
	void keepsLargestDocumentOverReopen(@TempDir Path folder) {
		Document largest = new Document("_id", "largest").append("text", "");
		largest.put("text", "x".repeat(LARGEST_DOCUMENT - Wire.bson(largest).length));
		inFolder(folder, (letters) -> letters.insertOne(largest));
		inFolder(folder, (letters) -> assertThat(letters.find()).containsExactly(largest));
	}

	@Test
	void refusesDocumentThatGrowsTooLarge(@TempDir Path folder) {
		Document grown = new Document("_id", "grown").append("text", "x".repeat(LARGEST_DOCUMENT - MEGABYTE));
		inFolder(folder, (letters) -> {
			letters.insertOne(grown);
			assertThatExceptionOfType(MongoException.class).isThrownBy(
					() -> letters.updateOne(Filters.eq("grown"), Updates.set("more", "y".repeat(2 * MEGABYTE))));
			assertThatExceptionOfType(MongoException.class).isThrownBy(() -> letters
				.findOneAndUpdate(Filters.eq("grown"), Updates.push("more", "y".repeat(2 * MEGABYTE))));
			assertThat(letters.find()).containsExactly(grown);
		});
		inFolder(folder, (letters) -> assertThat(letters.find()).containsExactly(grown));
	}

	@Test
	void keepsDeepDocumentAndRefusesToMakeItDeeper(@TempDir Path folder) {
		Document deep = deep(90);
		inFolder(folder, (letters) -> {
			letters.insertOne(new Document("_id", "deep").append("a", deep));
			assertThatExceptionOfType(MongoException.class)
				.isThrownBy(() -> letters.updateOne(Filters.eq("deep"), Updates.set("a" + ".a".repeat(80), deep(150))));
		});
		inFolder(folder,
				(letters) -> assertThat(letters.find()).containsExactly(new Document("_id", "deep").append("a", deep)));
	}

	private static Document deep(int levels) {
		Document document = new Document();
		for (int i = 0; i < levels; i++) {
			document = new Document("a", document);
		}
		return document;
	}

	private static void inFolder(Path folder, Consumer<MongoCollection<Document>> story) {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			story.accept(client.getDatabase("kundig").getCollection("letters"));
		}
	}

	private static Document stealing() {
		return new Document("insert", "stolen").append("documents", List.of(new Document("_id", 1)))
			.append("$db", "kundig");
	}

	/** The server hung up, or said no. */
	private static void assertRefused(Optional<Document> answer) {
		answer.ifPresent((said) -> assertThat(said).satisfiesAnyOf(
				(refusal) -> assertThat(refusal.get("ok")).isIn(0, 0.0),
				(refusal) -> assertThat(refusal).containsKey("writeErrors"),
				(refusal) -> assertThat(refusal).containsKey("$err"), (refusal) -> assertThat(refusal).isEmpty()));
	}

}
