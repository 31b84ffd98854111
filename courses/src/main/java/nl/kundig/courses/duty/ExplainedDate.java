package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.List;

/** A date with the steps that lead to it. */
public record ExplainedDate(Kind kind, LocalDate day, List<DateStep> steps) {

	public ExplainedDate {
		steps = List.copyOf(steps);
	}

	/** What the date is. */
	public enum Kind {

		/** Last day to do it. */
		DUE,

		/** First day on which a renewal can be completed. */
		WINDOW_OPENS,

		/** Last day of the certificate. */
		VALID_THROUGH,

		/** Last day on which a renewal is in time. */
		GRACE_ENDS,

		/** Last day of an exemption. */
		EXEMPT_THROUGH

	}

}
