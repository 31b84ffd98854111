package nl.kundig.courses.duty;

/** A rule cannot be like this; nothing was stored. */
public class RuleRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** The due period is nothing, negative or longer than ten years. */
		PERIOD_OUT_OF_RANGE,

		DATE_OUT_OF_RANGE, UNKNOWN_CURRICULUM, NO_TEXT,

		/** Somebody else made this version already, or one before is missing. */
		NOT_THE_NEXT_VERSION,

		/** It would begin before the version it follows. */
		BEFORE_THE_LAST_VERSION

	}

	private final Reason reason;

	RuleRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
