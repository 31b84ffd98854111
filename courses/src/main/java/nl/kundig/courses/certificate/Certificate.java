package nl.kundig.courses.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Proof that a curriculum was completed; inserted once. Name and wording are those of the
 * day of issue; only an extension is added later.
 *
 * @param cycle 1 for the first certificate of this curriculum
 * @param code what the holder shows for the check: random, tells nothing
 * @param modules titles of what was done
 * @param issuedOn first day of validity, Europe/Amsterdam
 * @param lastDay last day of validity, as it was printed
 * @param extendedTo last day of validity with what was added since; null without
 */
@Document("certificates")
@TypeAlias("certificate")
@CompoundIndex(def = "{'learner': 1, 'curriculum': 1, 'cycle': 1}", unique = true)
@DataRule(kept = "while valid and seven years after", exported = "whole, to the person", erased = "name removed")
public record Certificate(@Id CertificateNumber number, LearnerId learner, CurriculumId curriculum,
		String curriculumVersion, int cycle, @Indexed(unique = true) String code, String holder, String title,
		List<String> modules, LocalDate issuedOn, LocalDate lastDay, Instant recordedAt,
		@Nullable LocalDate extendedTo) {

	/** The last day of validity, which an extension may have moved. */
	public LocalDate validThrough() {
		return (this.extendedTo != null) ? this.extendedTo : this.lastDay;
	}

	/** Valid through the last day. */
	public boolean isValidOn(LocalDate day) {
		return !day.isBefore(this.issuedOn) && !day.isAfter(validThrough());
	}

}
