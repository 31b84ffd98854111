package nl.kundig.courses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ModularityTests {

	private static final String COURSES = "nl.kundig.courses..";

	private static final String EMBEDDED_MONGO = "nl.kundig.embeddedmongo..";

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("nl.kundig");

	@Test
	void packagesHaveNoCyclesAndKeepToTheirDoors() {
		ApplicationModules.of("nl.kundig.courses").verify();
	}

	@Test
	void embeddedMongoKnowsNothingOfCourses() {
		noClasses().that()
			.resideInAPackage(EMBEDDED_MONGO)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(COURSES)
			.check(MAIN);
	}

	@Test
	void coursesKnowNothingOfEmbeddedMongo() {
		noClasses().that()
			.resideInAPackage(COURSES)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(EMBEDDED_MONGO)
			.check(MAIN);
	}

	@Test
	void repositoriesStayInTheirPackage() {
		classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate().check(MAIN);
	}

	@Test
	void coursesKnowNoWebNoSearchAndNoPdf() {
		noClasses().that()
			.resideInAPackage(COURSES)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..",
					"org.thymeleaf..", "org.apache.lucene..", "com.itextpdf..", "nl.kundig.searchindex..",
					"nl.kundig.app..")
			.check(MAIN);
	}

}
