package nl.kundig.courses;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import nl.kundig.courses.certificate.CertificateNumber;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.ScenarioId;
import nl.kundig.courses.duty.RuleId;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.quiz.AttemptId;
import nl.kundig.courses.training.ProofId;
import nl.kundig.courses.training.ProviderId;
import nl.kundig.courses.training.TrainingId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;
import org.springframework.util.ClassUtils;

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
			conversions.registerConverters(IdConverters.of(List.of(LearnerId.class, MunicipalityId.class,
					PartnerId.class, RegionId.class, UnitId.class, RuleId.class, LearningModuleId.class,
					AttemptId.class, CurriculumId.class, TrainingId.class, ProviderId.class, ProofId.class,
					SessionId.class, EnrolmentId.class, ScenarioId.class, CertificateNumber.class)));
		});
	}

	/**
	 * Every stored type is known from the start; else an alias read before the type is
	 * used means nothing.
	 */
	@Bean
	MongoManagedTypes mongoManagedTypes() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(TypeAlias.class));
		List<Class<?>> types = new ArrayList<>();
		scanner.findCandidateComponents("nl.kundig")
			.forEach((found) -> types.add(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null)));
		return MongoManagedTypes.fromIterable(types);
	}

	@Bean
	Random random() {
		return new SecureRandom();
	}

}
