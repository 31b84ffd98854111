package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a session; what was written down stays.
 *
 * @param text what was said with it: why it is cancelled
 * @param before the half-days until a move, so that those that are no more can still be
 * taken out of calendars; empty for anything else
 */
public record SessionChange(Kind kind, Instant at, Actor by, @Nullable String text, List<HalfDay> before) {

	public SessionChange {
		before = List.copyOf(before);
	}

	/** A change after which everybody still comes at the same times. */
	public SessionChange(Kind kind, Instant at, Actor by, @Nullable String text) {
		this(kind, at, by, text, List.of());
	}

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
