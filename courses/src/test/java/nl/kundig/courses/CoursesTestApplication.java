package nl.kundig.courses;

import java.util.Random;

import nl.kundig.embeddedmongo.EmbeddedMongo;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The smallest application that imports courses: what it must offer, and no more. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CoursesConfiguration.class)
class CoursesTestApplication {

	@Bean
	TestClock clock() {
		return new TestClock();
	}

	// Primary: courses is imported, so its own Random is there before this one.
	@Bean
	@Primary
	Random seededRandom() {
		return new Random(42);
	}

	@Bean
	TestStore testStore() {
		return TestStore.start();
	}

	// Null where MongoDB runs in a container; the test store closes it.
	@Bean(destroyMethod = "")
	EmbeddedMongo embeddedMongo(TestStore store) {
		return (store.running() instanceof EmbeddedMongo embedded) ? embedded : null;
	}

	@Bean
	MongoConnectionDetails mongoConnectionDetails(TestStore store) {
		return store::connection;
	}

}
