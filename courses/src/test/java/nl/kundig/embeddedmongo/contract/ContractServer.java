package nl.kundig.embeddedmongo.contract;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import nl.kundig.embeddedmongo.EmbeddedMongo;
import nl.kundig.embeddedmongo.contract.Contract.Promise;
import org.testcontainers.mongodb.MongoDBContainer;

/** A running server that is held to the contract, and how it did. */
final class ContractServer implements AutoCloseable {

	/** A server that does not answer has broken the promise. */
	private static final int PATIENCE_SECONDS = 30;

	private final String name;

	private final MongoClient client;

	private final AutoCloseable running;

	private final AtomicInteger told = new AtomicInteger();

	private final AtomicInteger kept = new AtomicInteger();

	private ContractServer(String name, String uri, AutoCloseable running) {
		this.name = name;
		this.running = running;
		this.client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(uri))
			.applyToSocketSettings((socket) -> socket.readTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
			.build());
	}

	static ContractServer embedded() {
		EmbeddedMongo embedded = EmbeddedMongo.inMemory();
		return new ContractServer("The embedded store", embedded.uri("contract"), embedded);
	}

	static ContractServer stock() {
		MongoServer server = new MongoServer(new MemoryBackend());
		return new ContractServer("Stock mongo-java-server", server.bindAndGetConnectionString(), server::shutdownNow);
	}

	static ContractServer mongoDb() {
		// Only members of a replica set remember the numbers of writes.
		MongoDBContainer container = new MongoDBContainer("mongo:8.0").withReplicaSet();
		container.start();
		return new ContractServer("MongoDB 8.0", container.getReplicaSetUrl(), container);
	}

	/** Tells the story in a database of its own; throws when the promise is broken. */
	void tell(Promise promise) throws Exception {
		MongoDatabase database = this.client.getDatabase("contract_" + this.told.incrementAndGet());
		try {
			promise.story().tell(new ContractScene(this.client, database));
			this.kept.incrementAndGet();
		}
		finally {
			database.drop();
		}
	}

	@Override
	public void close() {
		System.out.printf("%s: %d cases, %d passed, %d differences%n", this.name, this.told.get(), this.kept.get(),
				this.told.get() - this.kept.get());
		this.client.close();
		try {
			this.running.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
