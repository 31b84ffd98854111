package nl.kundig.courses.curriculum;

import org.jspecify.annotations.Nullable;

/** What was asked of a draft cannot be; nothing was stored. */
public class DraftRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient CurriculumDraft.@Nullable Step first;

	/** What can be in the way. */
	public enum Reason {

		/** Somebody else changed it since this person looked. */
		CHANGED_MEANWHILE,

		/** Somebody else began a draft of this curriculum at the same time. */
		STARTED_MEANWHILE,

		/** Who wrote it or changed it last may not publish it. */
		SAME_EYES,

		/** An offered draft waits as it is; take it back first. */
		OFFERED,

		/** Only what is offered can be published. */
		NOT_OFFERED,

		/** It was published or given up. */
		CLOSED,

		/** It is the same as a version that exists. */
		ALREADY_THERE,

		/** The original has no newer version. */
		NOTHING_NEWER,

		/** Nothing can be done there: the first part does not go further up. */
		NO_SUCH_PLACE

	}

	DraftRefused(Reason reason, String draft) {
		this(reason, draft, null);
	}

	DraftRefused(Reason reason, String draft, CurriculumDraft.@Nullable Step first) {
		super(reason + ": " + draft);
		this.reason = reason;
		this.first = first;
	}

	public Reason reason() {
		return this.reason;
	}

	/** What the other did who was first, when there was one. */
	public CurriculumDraft.@Nullable Step first() {
		return this.first;
	}

}
