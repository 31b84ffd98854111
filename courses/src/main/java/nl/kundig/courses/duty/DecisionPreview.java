package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.people.LearnerId;

/**
 * What a blanket extension would do.
 *
 * @param fingerprint what activating asks for, so that exactly this happens or nothing
 */
public record DecisionPreview(List<Affected> affected, String fingerprint) {

	public DecisionPreview {
		affected = List.copyOf(affected);
	}

	/**
	 * Somebody who gets more time.
	 *
	 * @param before last day, of the certificate or to do it first
	 */
	public record Affected(LearnerId learner, LocalDate before, LocalDate after) {
	}

}
