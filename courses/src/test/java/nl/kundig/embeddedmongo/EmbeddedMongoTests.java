package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class EmbeddedMongoTests {

	private static final Document ANN = new Document("_id", "ann").append("email", "ann@waterstad.example");

	@TempDir
	Path folder;

	@Test
	void keepsDocumentsOverReopen() {
		inFolder((learners) -> learners.insertOne(ANN));
		inFolder((learners) -> assertThat(learners.find()).containsExactly(ANN));
	}

	@Test
	void createsFolderWhenItIsNotThere() {
		Path deep = this.folder.resolve("data/kundig");
		EmbeddedMongo.open(deep).close();
		assertThat(deep).isDirectory();
	}

	@Test
	void enforcesUniqueIndexOverReopen() {
		inFolder((learners) -> {
			learners.createIndex(new Document("email", 1), new IndexOptions().unique(true));
			learners.insertOne(ANN);
		});
		Document second = new Document("_id", "bob").append("email", "ann@waterstad.example");
		inFolder((learners) -> assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> learners.insertOne(second))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(11000)));
	}

	@Test
	void refusesFolderThatThisProcessHasOpen() {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder)) {
			assertRefused(this.folder, "in use by another process");
			withLearners(mongo, (learners) -> learners.insertOne(ANN));
		}
		inFolder((learners) -> assertThat(learners.find()).containsExactly(ANN));
	}

	@Test
	void refusesFolderThatAnotherProcessHasOpen() throws Exception {
		try (EmbeddedMongo _ = EmbeddedMongo.open(this.folder)) {
			assertRefused(this.folder, "in use by another process");
			assertThat(outputOfSecondProcess()).isEqualTo("The data folder %s is in use by another process\n",
					this.folder.toRealPath());
		}
		assertThat(outputOfSecondProcess()).isEqualTo("opened\n");
	}

	@Test
	void refusesFileInPlaceOfFolder() throws IOException {
		assertRefused(Files.createFile(this.folder.resolve("file")), "is not a folder");
	}

	@Test
	void refusesFolderItCannotCreate() throws IOException {
		assertRefused(Files.createFile(this.folder.resolve("file")).resolve("below"), "cannot be written");
	}

	@Test
	void refusesFolderItCannotLock() throws IOException {
		Files.createDirectory(this.folder.resolve("lock"));
		assertRefused(this.folder, "cannot be written");
	}

	@Test
	void refusesDamagedDataAndLeavesItAsItIs() throws IOException {
		Path file = this.folder.resolve("kundig.mv.db");
		Files.writeString(file, "these are not my pages ".repeat(1000));
		assertRefused(this.folder, "is damaged");
		assertThat(file).content().startsWith("these are not my pages");
		Files.delete(file);
		inFolder((learners) -> assertThat(learners.find()).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?appName=0123456789abcdef0123456789abcdef" })
	void refusesClientWithoutTheSecretAndServesOthers(String guess) {
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory()) {
			String uri = mongo.uri("kundig");
			withLearners(mongo, (learners) -> {
				learners.insertOne(ANN);
				try (MongoClient stranger = MongoClients.create(uri.substring(0, uri.indexOf('?')) + guess)) {
					MongoCollection<Document> seen = stranger.getDatabase("kundig").getCollection("learners");
					assertThatExceptionOfType(MongoCommandException.class).isThrownBy(() -> seen.find().first())
						.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(13));
					assertThatExceptionOfType(MongoCommandException.class).isThrownBy(seen::drop);
				}
				assertThat(learners.find()).containsExactly(ANN);
			});
		}
	}

	@Test
	void startsEmptyInMemoryEachTime() {
		try (EmbeddedMongo one = EmbeddedMongo.inMemory(); EmbeddedMongo other = EmbeddedMongo.inMemory()) {
			withLearners(one, (learners) -> learners.insertOne(ANN));
			withLearners(other, (learners) -> assertThat(learners.find()).isEmpty());
		}
	}

	@Test
	void closesTwiceWithoutComplaint() {
		EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
		mongo.close();
		mongo.close();
		inFolder((learners) -> assertThat(learners.find()).isEmpty());
	}

	private void inFolder(Consumer<MongoCollection<Document>> story) {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder)) {
			withLearners(mongo, story);
		}
	}

	private static void withLearners(EmbeddedMongo mongo, Consumer<MongoCollection<Document>> story) {
		try (MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			story.accept(client.getDatabase("kundig").getCollection("learners"));
		}
	}

	private static void assertRefused(Path folder, String reason) {
		assertThatExceptionOfType(EmbeddedMongo.Unavailable.class).isThrownBy(() -> EmbeddedMongo.open(folder).close())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(reason).doesNotContain("\n"));
	}

	private String outputOfSecondProcess() throws IOException, InterruptedException {
		Process opener = ChildJvm.start(Opener.class, this.folder);
		try (var output = opener.inputReader()) {
			return output.readAllAsString();
		}
		finally {
			opener.waitFor();
		}
	}

}
