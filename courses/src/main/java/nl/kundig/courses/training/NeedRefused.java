package nl.kundig.courses.training;

/** A need cannot be stated like this; nothing was stored. */
public class NeedRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** Numbers lie between 0 and 999. */
		NUMBER_OUT_OF_RANGE,

		/** Next year is asked from 1 September on, later years are not yet. */
		NOT_OPEN_YET,

		/** The year is over; its numbers explain what was asked then. */
		YEAR_OVER,

		UNKNOWN_MUNICIPALITY, UNKNOWN_TRAINING

	}

	private final Reason reason;

	NeedRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
