package nl.kundig.courses.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;

/**
 * Quizzes of single choices, in which "a" is always right, and questions of each kind.
 */
public final class Quizzes {

	public static final Answer RIGHT = choice("a");

	static final Answer WRONG = choice("b");

	static final SingleChoice SINGLE = single("single");

	/** "a" and "b" are right, "c" and "d" are not. */
	static final MultipleResponse MULTIPLE = new MultipleResponse("multiple", "s1", "Welke?",
			List.of(new Option("a", "A", true, "goed: a"), new Option("b", "B", true, "goed: b"),
					new Option("c", "C", false, "fout: c"), new Option("d", "D", false, "fout: d")));

	/** It is true, because of "a". */
	static final TrueFalse TRUE_BECAUSE_A = new TrueFalse("true-false", "s1", "Klopt het?", true,
			List.of(new Option("a", "A", true, "goed: a"), new Option("b", "B", false, "fout: b")));

	/** p1–x, p2–y, p3–z. */
	static final Matching MATCHING = new Matching("matching", "s1", "Wat hoort bij wat?",
			List.of(new Choice("x", "X"), new Choice("y", "Y"), new Choice("z", "Z")),
			List.of(new Matching.Pair("p1", "P1", "x", "goed: x"), new Matching.Pair("p2", "P2", "y", "goed: y"),
					new Matching.Pair("p3", "P3", "z", "goed: z")));

	/** s1 comes before s2 and before s3; s4 is free. */
	static final Ordering ORDERING = new Ordering("ordering", "s1", "In welke volgorde?",
			List.of(new Choice("s1", "S1"), new Choice("s2", "S2"), new Choice("s3", "S3"), new Choice("s4", "S4")),
			List.of(new Ordering.Before("s1", "s2"), new Ordering.Before("s1", "s3")), "goed: s1 eerst");

	/** f is a fact, i is an interpretation. */
	static final FactOrInterpretation FACT_OR_INTERPRETATION = new FactOrInterpretation("fact", "s1", "Feit of niet?",
			List.of(new FactOrInterpretation.Statement("f", "F", true, "goed: f"),
					new FactOrInterpretation.Statement("i", "I", false, "goed: i")));

	static final List<Question> ONE_OF_EACH = List.of(SINGLE, MULTIPLE, TRUE_BECAUSE_A, MATCHING, ORDERING,
			FACT_OR_INTERPRETATION);

	private Quizzes() {
	}

	/** Questions q1, q2 and so on, of which an attempt gets so many. */
	public static Quiz of(LearningModuleId module, int draw, int pool) {
		return at(TestClock.START, module, draw, pool);
	}

	static Quiz at(Instant publishedAt, LearningModuleId module, int draw, int pool) {
		List<Question> questions = IntStream.rangeClosed(1, pool)
			.<Question>mapToObj((number) -> single("q" + number))
			.toList();
		return Quiz.of(module, draw, questions, publishedAt);
	}

	static SingleChoice single(String id) {
		return new SingleChoice(id, "s1", "Welke?",
				List.of(new Option("a", "A", true, "goed: a"), new Option("b", "B", false, "fout: b")));
	}

	static Answer choice(String option) {
		return new Answer(Map.of(SingleChoice.CHOICE, option));
	}

	/** The first so many right, the others wrong. */
	static Map<String, Answer> answers(Attempt attempt, int right) {
		return attempt.questions()
			.stream()
			.collect(Collectors.toMap(Function.identity(),
					(question) -> (attempt.questions().indexOf(question) < right) ? RIGHT : WRONG));
	}

	/** Takes the quiz of the module and answers everything right. */
	public static Attempt pass(QuizService quizzes, LearnerId learner, LearningModuleId module) {
		Attempt attempt = quizzes.start(learner, module);
		quizzes.save(attempt, answers(attempt, attempt.questions().size()));
		return quizzes.submit(learner, module, attempt.number());
	}

}
