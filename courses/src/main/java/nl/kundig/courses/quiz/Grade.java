package nl.kundig.courses.quiz;

/**
 * What an attempt is worth. Computed from answers and quiz version, never stored.
 *
 * @param earned parts earned
 * @param possible parts of an attempt without a mistake
 */
public record Grade(long earned, long possible) {

	/** From this percentage on an attempt is passed. */
	public static final int PASS_MARK = 80;

	public boolean passed() {
		return this.earned * 100 >= this.possible * PASS_MARK;
	}

	/** Rounded down, so that 79.9 % is not shown as a pass. */
	public int percentage() {
		return (int) (this.earned * 100 / this.possible);
	}

}
