package nl.kundig.courses.quiz;

/** Why an answer does not fit its question. */
public enum AnswerProblem {

	/** A field or value that the question does not have. */
	UNKNOWN_OPTION,

	/** Two steps got the same place. */
	SAME_PLACE_TWICE,

	/** Not everything the question asks is answered; only a hindrance when submitting. */
	INCOMPLETE

}
