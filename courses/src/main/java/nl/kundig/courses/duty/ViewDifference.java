package nl.kundig.courses.duty;

import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

/**
 * A prepared view that was not what the facts say.
 *
 * @param found what was there, or null
 */
public record ViewDifference(LearnerId learner, @Nullable Standing found, Standing expected) {
}
