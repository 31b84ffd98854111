package nl.kundig.courses.quiz;

/** The attempt was submitted; its answers no longer change. */
public class AttemptClosed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AttemptClosed(AttemptId id) {
		super("attempt " + id + " was submitted");
	}

}
