package nl.kundig.courses.enrolment;

import java.time.Instant;

import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How a municipality wants enrolments to go.
 *
 * @param approvalByManager whether a manager must agree first
 */
@Document("enrolmentRulesOfMunicipalities")
@TypeAlias("municipalityRules")
@DataRule(kept = "while the municipality takes part", exported = "with the organisation's own export",
		erased = "holds no learner; the name of who changed it stays")
public record MunicipalityRules(@Id MunicipalityId id, boolean approvalByManager, String changedBy, Instant changedAt) {

	/** What holds until somebody decides otherwise. */
	static MunicipalityRules preset(MunicipalityId id) {
		return new MunicipalityRules(id, true, "", Instant.EPOCH);
	}

}
