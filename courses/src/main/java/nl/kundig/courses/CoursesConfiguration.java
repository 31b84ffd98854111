package nl.kundig.courses;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

import nl.kundig.courses.certificate.CertificateNumber;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.quiz.AttemptId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;

/**
 * The one thing an application imports. It offers the {@code Clock} and the Mongo
 * connection.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableMongoRepositories
public class CoursesConfiguration {

	@Bean
	MongoCustomConversions mongoCustomConversions() {
		return MongoCustomConversions.create((conversions) -> {
			// A date is a date: the driver's own codec keeps it free of time zones.
			conversions.useNativeDriverJavaTimeCodecs();
			conversions.registerConverters(
					IdConverters.of(List.of(LearnerId.class, MunicipalityId.class, PartnerId.class, RegionId.class,
							LearningModuleId.class, AttemptId.class, CurriculumId.class, CertificateNumber.class)));
		});
	}

	@Bean
	@ConditionalOnMissingBean
	Random random() {
		return new SecureRandom();
	}

}
