package nl.kundig.courses.enrolment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One step of a session; what was written down stays.
 *
 * @param text what was said with it: why it is cancelled
 */
public record SessionChange(Kind kind, Instant at, Actor by, @Nullable String text) {

	/** What can happen to a session. */
	public enum Kind {

		PLANNED,

		/** To other days or another place. */
		MOVED,

		/** Its seats, minimum, trainer or closing day. */
		CHANGED,

		/** What was left of the quotas is everybody's. */
		QUOTAS_RELEASED,

		CANCELLED

	}

}
