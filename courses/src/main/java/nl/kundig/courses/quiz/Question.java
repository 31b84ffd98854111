package nl.kundig.courses.quiz;

import java.util.List;
import java.util.Optional;

/** One question with its solution. Every question weighs the same. */
public sealed interface Question
		permits SingleChoice, MultipleResponse, TrueFalse, Matching, Ordering, FactOrInterpretation {

	/**
	 * The score of a right answer. Divisible by every number of parts up to ten, so that
	 * the share of a part is a whole number and no pass hangs on rounding.
	 */
	int FULL_SCORE = 2520;

	/** At most so many options, pairs, steps or statements. */
	int MOST_PARTS = 10;

	/** Unique within the quiz. */
	String id();

	/** The section of the module where the answer can be read. */
	String section();

	String text();

	OpenQuestion open();

	/** Whether the answer can be kept; an empty or unfinished one can. */
	Optional<AnswerProblem> problem(Answer answer);

	/** Whether everything that is asked has an answer. */
	boolean isComplete(Answer answer);

	/** 0 to {@link #FULL_SCORE}. */
	int score(Answer answer);

	List<Feedback> feedback(Answer answer);

}
