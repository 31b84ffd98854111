package nl.kundig.courses.curriculum;

/** What happens with achievements between a completion and the opening of the window. */
public enum EarlyWork {

	/** They count, on the day the window opens. */
	COUNTS,

	/** They do not count for the renewal. */
	DOES_NOT_COUNT

}
