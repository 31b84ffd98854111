package nl.kundig.courses.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateTests {

	@ParameterizedTest
	@CsvSource({ "2026-11-24, false", "2026-11-25, true", "2027-06-01, true", "2028-11-24, true", "2028-11-25, false" })
	void isValidFromTheFirstThroughTheLastDay(LocalDate day, boolean valid) {
		Certificate certificate = new Certificate(new CertificateNumber("2026-1"), new LearnerId("ann"),
				new CurriculumId("c"), "v", 1, "CODE", "Ann", "Titel", List.of(), LocalDate.of(2026, 11, 25),
				LocalDate.of(2028, 11, 24), Instant.EPOCH, null);
		assertThat(certificate.isValidOn(day)).isEqualTo(valid);
	}

	@ParameterizedTest
	@CsvSource({ "2028-11-24, true", "2029-01-31, true", "2029-02-01, false" })
	void anExtensionMovesTheLastDay(LocalDate day, boolean valid) {
		Certificate certificate = new Certificate(new CertificateNumber("2026-1"), new LearnerId("ann"),
				new CurriculumId("c"), "v", 1, "CODE", "Ann", "Titel", List.of(), LocalDate.of(2026, 11, 25),
				LocalDate.of(2028, 11, 24), Instant.EPOCH, LocalDate.of(2029, 1, 31));
		assertThat(certificate.isValidOn(day)).isEqualTo(valid);
	}

}
