package nl.kundig.courses.quiz;

import nl.kundig.courses.content.LearningModuleId;

/** The module has no quiz. */
public class QuizNotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	QuizNotFound(LearningModuleId module) {
		super("no quiz for " + module);
	}

}
