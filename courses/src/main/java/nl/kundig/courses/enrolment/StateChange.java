package nl.kundig.courses.enrolment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One step of an enrolment; what was written down stays.
 *
 * @param text what was said with it: the reason of a refusal or a correction
 * @param placing how the seat came, when one came
 */
public record StateChange(EnrolmentState state, Instant at, Actor by, Why why, @Nullable String text,
		@Nullable Placing placing) {
}
