package nl.kundig.courses.quiz;

import java.util.Locale;

/** How a question is asked. */
public enum QuestionKind {

	SINGLE_CHOICE, MULTIPLE_RESPONSE, TRUE_FALSE, MATCHING, ORDERING, FACT_OR_INTERPRETATION;

	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
