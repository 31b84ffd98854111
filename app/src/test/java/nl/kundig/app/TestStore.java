package nl.kundig.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The one place that chooses the tests' store: MongoDB where Docker runs, the embedded
 * one elsewhere.
 */
class TestStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		boolean docker = DockerClientFactory.instance().isDockerAvailable();
		System.out.println("Tests of app use " + (docker ? "MongoDB in a container" : "the embedded store"));
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("testStore",
					Map.of("kundig.data", folder().toString(), "kundig.mongodb-uri", docker ? container() : "")));
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("kundig-test");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@SuppressWarnings("resource") // Testcontainers' reaper ends it with the test JVM.
	private static String container() {
		MongoDBContainer container = new MongoDBContainer("mongo:8.0");
		container.start();
		return container.getConnectionString() + "/kundig";
	}

}
