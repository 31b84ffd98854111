package nl.kundig.app;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import nl.kundig.courses.privacy.DataRule;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTests {

	private static final List<JavaClass> DOCUMENTS = new ClassFileImporter().importPackages("nl.kundig.app")
		.stream()
		.filter((type) -> type.isAnnotatedWith(Document.class))
		.toList();

	@Test
	void everyDocumentSaysHowLongItIsKept() {
		assertThat(DOCUMENTS).hasSizeGreaterThanOrEqualTo(4)
			.allSatisfy((type) -> assertThat(type.isAnnotatedWith(DataRule.class)).as(type.getName()).isTrue());
	}

	@Test
	void everyDocumentIsStoredUnderANameOfItsOwn() {
		assertThat(DOCUMENTS)
			.allSatisfy((type) -> assertThat(type.isAnnotatedWith(TypeAlias.class)).as(type.getName()).isTrue());
		assertThat(DOCUMENTS.stream().map((type) -> type.getAnnotationOfType(TypeAlias.class).value()))
			.doesNotHaveDuplicates();
	}

}
