package nl.kundig.courses.quiz;

/** The learner has no such attempt. */
public class AttemptNotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AttemptNotFound(AttemptId id) {
		super("no attempt " + id);
	}

}
