package nl.kundig.embeddedmongo;

import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class SessionsTests {

	private final Sessions sessions = new Sessions();

	private final AtomicInteger writes = new AtomicInteger();

	@Test
	void writesOnceWhatIsSentTwice() {
		assertThat(write("a", 1)).isEqualTo(new Document("n", 1));
		assertThat(write("a", 1)).isEqualTo(new Document("n", 1));
		assertThat(write("b", 1)).isEqualTo(new Document("n", 2));
		assertThat(write("a", 2)).isEqualTo(new Document("n", 3));
	}

	@Test
	void refusesWhatComesTooLate() {
		write("a", 2);
		assertThatExceptionOfType(MongoServerError.class).isThrownBy(() -> write("a", 1))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(225));
	}

	@Test
	void writesAgainWhatFailed() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.sessions.once(command("a", 1), () -> {
				throw new IllegalStateException("no");
			}));
		assertThat(write("a", 1)).isEqualTo(new Document("n", 1));
	}

	@Test
	void writesAsOftenAsAskedWithoutNumber() {
		this.sessions.once(new Document(), this::write);
		assertThat(this.sessions.once(new Document(), this::write)).isEqualTo(new Document("n", 2));
	}

	@Test
	void letsTheDriverRetryWritesButNotBeginTransactions() {
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
				MongoClient client = MongoClients.create(mongo.uri("kundig"));
				ClientSession session = client.startSession()) {
			MongoDatabase database = client.getDatabase("kundig");
			database.getCollection("notes").insertOne(session, new org.bson.Document("_id", 1));
			assertThat(session.getServerSession().getTransactionNumber()).isEqualTo(1);
			session.startTransaction();
			assertThatExceptionOfType(MongoCommandException.class)
				.isThrownBy(() -> database.getCollection("notes").insertOne(session, new org.bson.Document("_id", 2)))
				.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(20));
		}
	}

	private Document write(String session, long number) {
		return this.sessions.once(command(session, number), this::write);
	}

	private Document write() {
		return new Document("n", this.writes.incrementAndGet());
	}

	private static Document command(String session, long number) {
		return new Document("lsid", new Document("id", session)).append("txnNumber", number);
	}

}
