package nl.kundig.courses.enrolment;

import java.time.Instant;

import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How a region gives seats away; everybody may read it.
 *
 * @param offerWorkingDays how many working days somebody has to answer an offer, 1 to 5
 * @param swapWithinQuotaOnly whether only a seat of the municipality's own quota goes to
 * a colleague past the list
 */
@Document("enrolmentRulesOfRegions")
@TypeAlias("regionRules")
@DataRule(kept = "while the region takes part", exported = "with the organisation's own export",
		erased = "holds no learner; the name of who changed it stays")
public record RegionRules(@Id RegionId id, Weights weights, int offerWorkingDays, boolean swapWithinQuotaOnly,
		String changedBy, Instant changedAt) {

	static final int MOST_WORKING_DAYS = 5;

	/** What holds until somebody decides otherwise. */
	static RegionRules preset(RegionId id) {
		return new RegionRules(id, Weights.PRESET, 3, true, "", Instant.EPOCH);
	}

}
