package nl.kundig.courses.duty;

/** A fact cannot be so; nothing was stored. */
public class FactRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** Effective dates lie between 1 January 2000 and tomorrow. */
		DATE_OUT_OF_RANGE,

		/** The last day comes before the first. */
		ENDS_BEFORE_IT_STARTS,

		UNKNOWN_LEARNER, UNKNOWN_MODULE, UNKNOWN_CURRICULUM,

		/** There is no such fact of this learner to revoke. */
		UNKNOWN_FACT,

		/** Nothing is added, or more than ten years. */
		EXTENSION_OUT_OF_RANGE,

		/** It must be said why. */
		NO_REASON,

		/**
		 * Its source proves something else already: a form that is sent again, changed.
		 */
		SOURCE_USED

	}

	private final Reason reason;

	FactRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
