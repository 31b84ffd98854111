package nl.kundig.courses.enrolment;

import java.util.Locale;

/** The rules cannot be like this; nothing was stored. */
public class RulesRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** The weights are not together 100, or one is less than nothing. */
		WEIGHTS_NOT_A_HUNDRED,

		/** Fewer than 1 or more than 5 working days. */
		WORKING_DAYS_OUT_OF_RANGE,

		/** They are somebody else's rules. */
		NOT_YOURS;

		/** The code in message keys: "not-yours". */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private final Reason reason;

	RulesRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
