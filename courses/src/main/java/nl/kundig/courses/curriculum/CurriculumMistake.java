package nl.kundig.courses.curriculum;

/**
 * What is wrong with a curriculum.
 *
 * @param what the thing itself: "module:m9", "4 of 3"
 */
public record CurriculumMistake(Kind kind, String what) {

	/** The kinds of mistake there are. */
	public enum Kind {

		/** A certificate that is needed needs this one in turn. */
		CYCLE,

		/** More is asked of a set than is in it, or nothing. */
		IMPOSSIBLE_NUMBER,

		/** A set without parts. */
		EMPTY_SET,

		UNKNOWN_MODULE, UNKNOWN_CURRICULUM,

		/** The same requirement is asked twice in one tree. */
		DOUBLE,

		/** A period below a month or above ten years. */
		PERIOD_OUT_OF_RANGE,

		/** A window, grace or minimum that is negative or longer than the period. */
		SPAN_OUT_OF_RANGE,

		/** Nobody can be given no time at all, or more than ten years. */
		DUE_OUT_OF_RANGE,

		/** On a fixed day only whole years can lie between two ends. */
		NO_WHOLE_YEARS,

		/** There is no such day in the year. */
		NO_SUCH_DAY,

		LEVEL_OUT_OF_RANGE, NO_TITLE, MINUTES_OUT_OF_RANGE,

		/** Sets within sets, too many to read. */
		TOO_DEEP

	}

	@Override
	public String toString() {
		return this.kind + ": " + this.what;
	}

}
