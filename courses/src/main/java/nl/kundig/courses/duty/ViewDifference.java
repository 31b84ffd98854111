package nl.kundig.courses.duty;

import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

/**
 * A prepared view that was not what the facts say.
 *
 * @param found what was there, or null
 * @param expected what the facts say, or null when they could not be read
 * @param reason why they could not be read, or null
 */
public record ViewDifference(LearnerId learner, @Nullable Standing found, @Nullable Standing expected,
		@Nullable String reason) {

	ViewDifference(LearnerId learner, @Nullable Standing found, Standing expected) {
		this(learner, found, expected, null);
	}

	static ViewDifference unreadable(Skipped skipped) {
		return new ViewDifference(skipped.learner(), null, null, skipped.reason());
	}

}
