package nl.kundig.app;

import java.time.Clock;

import nl.kundig.app.system.Maintenance;
import nl.kundig.courses.CoursesConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;

/** Kundig as a web application. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableMongoRepositories
@Import(CoursesConfiguration.class)
public class KundigApplication {

	public static void main(String[] args) {
		if (Maintenance.isAskedBy(args)) {
			Maintenance.run(args);
		}
		else {
			SpringApplication.run(KundigApplication.class, args);
		}
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
