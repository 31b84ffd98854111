package nl.kundig.courses;

import java.nio.file.Path;

import com.mongodb.ConnectionString;
import nl.kundig.embeddedmongo.EmbeddedMongo;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The one place that chooses the tests' store: MongoDB where Docker runs, the embedded
 * one elsewhere.
 */
record TestStore(ConnectionString connection, AutoCloseable running) implements AutoCloseable {

	/** Names the folder of an embedded store that outlives its process. */
	static final String FOLDER = "kundig.store.folder";

	static TestStore start() {
		String folder = System.getProperty(FOLDER);
		if (folder != null) {
			return embedded(EmbeddedMongo.open(Path.of(folder)));
		}
		boolean docker = DockerClientFactory.instance().isDockerAvailable();
		System.out.println("Tests of courses use " + (docker ? "MongoDB in a container" : "the embedded store"));
		return docker ? container() : embedded(EmbeddedMongo.inMemory());
	}

	private static TestStore container() {
		MongoDBContainer container = new MongoDBContainer("mongo:8.0");
		container.start();
		return new TestStore(new ConnectionString(container.getConnectionString() + "/courses"), container);
	}

	private static TestStore embedded(EmbeddedMongo embedded) {
		return new TestStore(new ConnectionString(embedded.uri("courses")), embedded);
	}

	@Override
	public void close() {
		try {
			this.running.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
