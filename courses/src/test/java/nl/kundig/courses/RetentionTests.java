package nl.kundig.courses;

import java.util.stream.Stream;

import nl.kundig.courses.privacy.DataRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTests {

	@Test
	void findsWhatIsStored() {
		assertThat(documents()).extracting(Class::getSimpleName)
			.contains("Attempt", "Certificate", "Duty", "Reading", "ContactCards");
	}

	@ParameterizedTest
	@MethodSource("documents")
	void everyDocumentSaysHowLongItIsKept(Class<?> document) {
		DataRule rule = document.getAnnotation(DataRule.class);
		assertThat(rule).as("data rule of " + document.getSimpleName()).isNotNull();
		assertThat(rule.kept()).isNotBlank();
		assertThat(rule.exported()).isNotBlank();
		assertThat(rule.erased()).isNotBlank();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void everyDocumentMaySurviveARenamedClass(Class<?> document) {
		TypeAlias alias = document.getAnnotation(TypeAlias.class);
		assertThat(alias).as("type alias of " + document.getSimpleName()).isNotNull();
		assertThat(alias.value()).isNotBlank();
	}

	@Test
	void noTwoDocumentsShareAnAlias() {
		assertThat(documents().map((document) -> document.getAnnotation(TypeAlias.class).value()))
			.doesNotHaveDuplicates();
	}

	@Test
	void noTwoDocumentsShareACollection() {
		assertThat(documents().map((document) -> document.getAnnotation(Document.class).value()))
			.doesNotHaveDuplicates();
	}

	private static Stream<Class<?>> documents() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Document.class));
		return scanner.findCandidateComponents("nl.kundig.courses")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map((name) -> ClassUtils.resolveClassName(name, null));
	}

}
