package nl.kundig.embeddedmongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(180)
class KillTests {

	private static final int ROUNDS = 3;

	private static final int ENOUGH = 300;

	private final Set<String> acknowledged = new HashSet<>();

	private final Map<String, Integer> counted = new HashMap<>();

	@TempDir
	Path folder;

	@Test
	void keepsEveryAcknowledgedWriteWhenKilled() throws Exception {
		for (int round = 1; round <= ROUNDS; round++) {
			writeUntilKilled(round);
			assertThat(this.acknowledged).hasSizeGreaterThanOrEqualTo(round * ENOUGH);
			assertEveryAcknowledgedWriteIsThere();
		}
	}

	private void writeUntilKilled(int round) throws IOException, InterruptedException {
		Process writer = ChildJvm.start(Writer.class, this.folder, round);
		try (BufferedReader lines = writer.inputReader()) {
			int read = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] parts = line.split(" ");
				this.acknowledged.add(parts[0]);
				this.counted.merge(parts[1], Integer.valueOf(parts[2]), Math::max);
				if (++read == ENOUGH) {
					// By its handle: the process itself would close the pipe we still
					// read.
					writer.toHandle().destroyForcibly();
				}
			}
		}
		finally {
			writer.destroyForcibly().waitFor();
		}
	}

	private void assertEveryAcknowledgedWriteIsThere() {
		try (EmbeddedMongo mongo = EmbeddedMongo.open(this.folder);
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			MongoDatabase database = client.getDatabase("kundig");
			List<String> found = database.getCollection("written")
				.find()
				.map((document) -> document.getString("_id"))
				.into(new ArrayList<>());
			assertThat(found).doesNotHaveDuplicates().containsAll(this.acknowledged);
			this.counted.forEach((counter, value) -> assertThat(
					database.getCollection("counters").find(new Document("_id", counter)).first().getInteger("value"))
				.isGreaterThanOrEqualTo(value));
		}
	}

}
