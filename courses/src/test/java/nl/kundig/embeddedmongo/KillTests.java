package nl.kundig.embeddedmongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import org.bson.Document;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Kills the process in the middle of its work, again and again on one folder; every
 * second time it is making its files shorter. With {@code -Dkundig.kills=50} it does so
 * that often.
 */
@Timeout(1_800)
class KillTests {

	private static final int KILLS = Integer.getInteger("kundig.kills", 3);

	private static final int MOST_LINES = 2_000;

	/** It does not live long enough for more to pay. */
	private static final List<String> START_QUICKLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private final Random random = new Random(13);

	private final Set<String> inserted = new HashSet<>();

	private final Set<String> deleted = new HashSet<>();

	private final Map<String, String> claimed = new HashMap<>();

	private final Set<Integer> counted = new HashSet<>();

	private final List<String> missing = new ArrayList<>();

	private int acknowledged;

	private Duration writing = Duration.ZERO;

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void keepsEveryAcknowledgedWriteWhenKilled(DataSync sync) throws Exception {
		for (int kill = 1; kill <= KILLS; kill++) {
			// Sometimes it has hardly begun.
			writeUntilKilled(sync, kill, 1 + this.random.nextInt(MOST_LINES));
			lookForEveryAcknowledgedWrite(sync);
		}
		System.out.println("%s: kills %d, acknowledged %d, missing %d, writes a second %d".formatted(sync, KILLS,
				this.acknowledged, this.missing.size(), this.acknowledged * 1000L / this.writing.toMillis()));
		assertThat(this.missing).isEmpty();
	}

	private void writeUntilKilled(DataSync sync, int round, int enough) throws IOException, InterruptedException {
		Process writer = ChildJvm.start(START_QUICKLY, Writer.class, this.folder, sync, round, round % 2 == 0);
		try (BufferedReader lines = writer.inputReader()) {
			String line = lines.readLine();
			long start = System.nanoTime();
			for (int read = 1; line != null; read++) {
				remember(line.split(" "));
				if (read == enough) {
					this.writing = this.writing.plusNanos(System.nanoTime() - start);
					// By its handle: the process itself would close the pipe we still
					// read.
					writer.toHandle().destroyForcibly();
				}
				line = lines.readLine();
			}
		}
		finally {
			writer.destroyForcibly().waitFor();
		}
	}

	private void remember(String[] line) {
		switch (line[0]) {
			case "inserted" -> this.inserted.add(line[1]);
			case "counted" -> assertThat(this.counted.add(Integer.valueOf(line[1]))).as("new value").isTrue();
			case "claimed" -> assertThat(this.claimed.put(line[1], line[2])).as("other owner").isNull();
			// From here on it may be there or not.
			case "deleting" -> this.inserted.remove(line[1]);
			case "deleted" -> this.deleted.add(line[1]);
			default -> throw new IllegalArgumentException(line[0]);
		}
		if (!line[0].equals("deleting")) {
			this.acknowledged++;
		}
	}

	private void lookForEveryAcknowledgedWrite(DataSync sync) {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder, sync);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoDatabase database = client.getDatabase("kundig");
			lookForDocuments(database.getCollection("written"));
			lookForClaims(database.getCollection("claimed"));
			int count = database.getCollection("counters").find().first().getInteger("value");
			this.counted.stream()
				.filter((value) -> value > count)
				.forEach((value) -> this.missing.add("count " + value));
		}
	}

	private void lookForDocuments(MongoCollection<Document> written) {
		List<String> found = written.find().map((document) -> document.getString("_id")).into(new ArrayList<>());
		assertThat(found).doesNotHaveDuplicates();
		Set<String> there = new HashSet<>(found);
		this.inserted.stream().filter((id) -> !there.contains(id)).forEach(this.missing::add);
		this.deleted.stream().filter(there::contains).forEach((id) -> this.missing.add("deletion of " + id));
	}

	private void lookForClaims(MongoCollection<Document> claims) {
		Map<String, String> owners = new HashMap<>();
		for (Document claim : claims.find()) {
			assertThat(owners.put(claim.getString("key"), claim.getString("_id"))).as("second owner").isNull();
		}
		this.claimed.forEach((key, owner) -> {
			if (!owner.equals(owners.get(key))) {
				this.missing.add(owner + " as the owner of " + key);
			}
		});
		owners.keySet().stream().limit(1).forEach((key) -> {
			assertThat(claims.find(Filters.eq("key", key))).hasSize(1);
			assertThatExceptionOfType(MongoWriteException.class)
				.isThrownBy(() -> claims.insertOne(new Document("_id", "late").append("key", key)))
				.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(11000));
		});
	}

}
