package nl.kundig.courses.training;

/** Something cannot be done with this training; nothing was stored. */
public class TrainingRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		UNKNOWN_TRAINING,

		/** It is no longer offered. */
		WITHDRAWN

	}

	private final Reason reason;

	TrainingRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
