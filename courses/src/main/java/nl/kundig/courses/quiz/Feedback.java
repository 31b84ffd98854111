package nl.kundig.courses.quiz;

/**
 * What is said after submitting about one part of an answer.
 *
 * @param subject the option, pair or statement it is about
 * @param verdict how that part was answered
 * @param text why
 */
public record Feedback(String subject, Verdict verdict, String text) {

	/** How a part was answered. */
	public enum Verdict {

		/** Answered right. */
		RIGHT,

		/** Answered wrong, or not answered where something had to be. */
		WRONG,

		/** This would have been right, but something else or nothing was answered. */
		MISSED

	}

	public boolean right() {
		return this.verdict == Verdict.RIGHT;
	}

	/**
	 * About an option that may have been chosen and may be right, at least one of both.
	 */
	static Feedback onOption(Option option, boolean chosen) {
		Verdict missedOrRight = chosen ? Verdict.RIGHT : Verdict.MISSED;
		return new Feedback(option.text(), option.correct() ? missedOrRight : Verdict.WRONG, option.feedback());
	}

}
