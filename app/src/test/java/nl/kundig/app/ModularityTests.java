package nl.kundig.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private static final String PRINTER = "nl.kundig.app.certificate.CertificatePdf";

	private static final JavaClasses APP = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("nl.kundig.app");

	@Test
	void packagesFormNoCycles() {
		ApplicationModules modules = ApplicationModules.of("nl.kundig.app");
		assertThat(modules.stream()).hasSizeGreaterThan(8);
		modules.verify();
	}

	@Test
	void onlyOneClassKnowsIText() {
		noClasses().that(describe("are not " + PRINTER, (type) -> !isPrinter(type)))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("com.itextpdf..")
			.check(APP);
		classes().that()
			.haveFullyQualifiedName(PRINTER)
			.should()
			.dependOnClassesThat()
			.resideInAPackage("com.itextpdf..")
			.check(APP);
	}

	@Test
	void storageOfCoursesIsReachedThroughItsServicesOnly() {
		noClasses().should()
			.dependOnClassesThat(describe("are repositories of courses", ModularityTests::isRepositoryOfCourses))
			.check(APP);
		JavaClasses courses = new ClassFileImporter().importPackages("nl.kundig.courses");
		assertThat(courses.stream().filter(ModularityTests::isRepositoryOfCourses)).hasSizeGreaterThan(10);
	}

	private static boolean isPrinter(JavaClass type) {
		return type.getName().equals(PRINTER) || type.getName().startsWith(PRINTER + "$");
	}

	private static boolean isRepositoryOfCourses(JavaClass type) {
		return type.getPackageName().startsWith("nl.kundig.courses") && type.isAssignableTo(Repository.class);
	}

}
