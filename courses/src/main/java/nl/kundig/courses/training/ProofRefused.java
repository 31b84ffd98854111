package nl.kundig.courses.training;

/** A proof cannot be handed in or decided like this; nothing was stored. */
public class ProofRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		// The file

		EMPTY_FILE,

		/** More than 10 MB. */
		TOO_LARGE,

		/** Neither PDF nor JPEG nor PNG, whatever its name says. */
		UNKNOWN_TYPE,

		/** It begins as what it is and does not go on so. */
		DAMAGED,

		/** A PDF that needs a password, or forbids something. */
		ENCRYPTED,

		/** A PDF that does more than show pages: scripts, launches, forms that send. */
		ACTIVE_CONTENT,

		/** A PDF with another file in it. */
		EMBEDDED_FILE,

		/** Another file hides in it. */
		TWO_FILES_IN_ONE,

		/** More than 25 million pixels. */
		TOO_MANY_PIXELS,

		/** It unpacks to far more than it is. */
		TOO_COMPLICATED,

		// What is said with it

		/** The day lies before 2000 or after today. */
		DAY_OUT_OF_RANGE,

		/** Who gave it is not said, or in more than 200 characters. */
		PROVIDER_MISSING,

		UNKNOWN_TRAINING, UNKNOWN_CODE, UNKNOWN_LEARNER,

		/** Ten wait to be looked at already. */
		TOO_MANY_WAITING,

		// The decision

		UNKNOWN_PROOF,

		/** It is not of this municipality, or it is one's own. */
		NOT_YOURS,

		/** It was decided otherwise already. */
		DECIDED_ALREADY,

		/** A refusal says why, in at most 500 characters. */
		NO_REASON,

		/** The file never arrived; the learner can send it again. */
		FILE_MISSING

	}

	private final Reason reason;

	ProofRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
