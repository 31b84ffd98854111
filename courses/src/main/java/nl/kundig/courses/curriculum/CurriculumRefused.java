package nl.kundig.courses.curriculum;

import java.util.List;

/** A curriculum has mistakes; nothing was stored. */
public class CurriculumRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<CurriculumMistake> mistakes;

	CurriculumRefused(CurriculumId curriculum, List<CurriculumMistake> mistakes) {
		super(curriculum + ": " + mistakes);
		this.mistakes = List.copyOf(mistakes);
	}

	public List<CurriculumMistake> mistakes() {
		return this.mistakes;
	}

}
