package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.time.Period;

import org.jspecify.annotations.Nullable;

/**
 * One step in the reckoning of a date.
 *
 * @param day the day after this step
 * @param added what was added or taken off, or null
 * @param about the fact, rule or basis it comes from; empty when the kind says all
 */
public record DateStep(Kind kind, LocalDate day, @Nullable Period added, String about) {

	/** The kinds of step there are. */
	public enum Kind {

		/** First day of the role. */
		ROLE_TAKEN,

		/** First day the rule asked it. */
		RULE_ACTIVATED,

		/** Last day of the certificate before. */
		PREVIOUS_EXPIRY,

		/** The due period of the rule. */
		WITHIN,

		/** A certificate covers until its last day, so nothing is due earlier. */
		COVERED,

		/** The day the last part was met, or the window opened after that. */
		COMPLETED,

		/** The day after the last day of the certificate before. */
		FOLLOWS,

		/** The period of validity; the last day is the day before it ends. */
		LASTS,

		/** The next beat of the rhythm, counted from its start. */
		RHYTHM,

		/** The fixed day of the year. */
		FIXED_DAY,

		EXTENDED,

		/** An extension of the certificate before goes on longer. */
		STILL_EXTENDED,

		WINDOW,

		GRACE

	}

	static DateStep at(Kind kind, LocalDate day) {
		return new DateStep(kind, day, null, "");
	}

}
