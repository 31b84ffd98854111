package nl.kundig.courses.people;

/** A role cannot be taken or left like this; nothing was stored. */
public class RoleRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** Dates lie between 1 January 2000 and tomorrow. */
		DATE_OUT_OF_RANGE,

		/** The last day comes before the first. */
		ENDS_BEFORE_IT_STARTS,

		/** The same role at the same place is held on some of these days. */
		OVERLAPS,

		/** There is no such role to leave. */
		NOT_HELD,

		UNKNOWN_LEARNER, UNKNOWN_UNIT

	}

	private final Reason reason;

	RoleRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
