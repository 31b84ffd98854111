package nl.kundig.courses.content;

/** The module, or this section of it, does not exist. */
public class SectionNotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SectionNotFound(LearningModuleId module, String section) {
		super(module + " has no section " + section);
	}

}
