package nl.kundig.courses.duty;

import java.util.List;

import nl.kundig.courses.curriculum.CurriculumMistake;

/** A trial cannot be like this; nothing was stored. */
public class TrialRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** The draft decides about others than its owner. */
		NOT_YOURS,

		/** Both roles are the same. */
		SAME_ROLE,

		/** Who started it wants to publish alone. */
		SAME_EYES,

		/** Others are waiting for theirs. */
		TOO_MANY,

		/** Somebody activated it before. */
		ACTIVATED,

		/** It has not ended yet. */
		RUNNING,

		/** There is no such trial any more. */
		UNKNOWN,

		/** The curriculum has mistakes. */
		MISTAKES

	}

	private final Reason reason;

	private final transient List<CurriculumMistake> mistakes;

	TrialRefused(Reason reason, Object about) {
		this(reason, about, List.of());
	}

	TrialRefused(Reason reason, Object about, List<CurriculumMistake> mistakes) {
		super(reason + ": " + about);
		this.reason = reason;
		this.mistakes = List.copyOf(mistakes);
	}

	/** What is wrong with the curriculum, when that is the reason. */
	public List<CurriculumMistake> mistakes() {
		return this.mistakes;
	}

	public Reason reason() {
		return this.reason;
	}

}
