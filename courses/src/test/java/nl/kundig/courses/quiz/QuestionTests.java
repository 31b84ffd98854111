package nl.kundig.courses.quiz;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.courses.quiz.Feedback.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionTests {

	private static final int FULL = Question.FULL_SCORE;

	@Test
	void singleChoiceIsRightOrWrong() {
		assertThat(Quizzes.SINGLE.score(Quizzes.RIGHT)).isEqualTo(FULL);
		assertThat(Quizzes.SINGLE.score(Quizzes.WRONG)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "a b, 2520", "a, 1260", "a b c, 1260", "a c, 0", "a b c d, 0", "c, 0", "c d, 0", "a c d, 0" })
	void multipleResponseTakesAShareOffForAWrongOption(String chosen, int score) {
		Map<String, String> fields = Stream.of(chosen.split(" "))
			.collect(Collectors.toMap((option) -> option, (option) -> "on"));
		assertThat(Quizzes.MULTIPLE.score(new Answer(fields))).isEqualTo(score);
	}

	@ParameterizedTest
	@CsvSource({ "true, a, 2520", "true, b, 1260", "true, '', 1260", "false, a, 0", "false, b, 0", "'', a, 0" })
	void trueFalseGivesHalfForTheSideAndHalfForTheReason(String truth, String reason, int score) {
		Answer answer = new Answer(Map.of("truth", truth, "reason", reason));
		assertThat(Quizzes.TRUE_BECAUSE_A.score(answer)).isEqualTo(score);
	}

	@ParameterizedTest
	@CsvSource({ "x, y, z, 2520", "x, y, x, 1680", "x, z, y, 840", "y, z, x, 0", "x, y, '', 1680" })
	void matchingGivesTheShareOfRightPairs(String first, String second, String third, int score) {
		Answer answer = new Answer(Map.of("p1", first, "p2", second, "p3", third));
		assertThat(Quizzes.MATCHING.score(answer)).isEqualTo(score);
	}

	@ParameterizedTest
	@CsvSource({ "1, 2, 3, 4", "1, 3, 2, 4", "2, 3, 4, 1", "1, 4, 2, 3" })
	void orderingTakesEveryAllowedOrder(String s1, String s2, String s3, String s4) {
		assertThat(Quizzes.ORDERING.score(order(s1, s2, s3, s4))).isEqualTo(FULL);
	}

	@Test
	void orderingGivesTheShareOfDemandsMet() {
		assertThat(Quizzes.ORDERING.score(order("2", "1", "3", "4"))).isEqualTo(FULL / 2);
		assertThat(Quizzes.ORDERING.score(order("4", "1", "2", "3"))).isZero();
	}

	@Test
	void unfinishedOrderingEarnsNothing() {
		assertThat(Quizzes.ORDERING.score(order("1", "2", "3", ""))).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "fact, interpretation, 2520", "fact, fact, 1260", "fact, '', 1260", "interpretation, fact, 0" })
	void factOrInterpretationGivesTheShareSortedRight(String f, String i, int score) {
		Answer answer = new Answer(Map.of("f", f, "i", i));
		assertThat(Quizzes.FACT_OR_INTERPRETATION.score(answer)).isEqualTo(score);
	}

	@ParameterizedTest
	@MethodSource("oneOfEach")
	void nothingAnsweredEarnsNothingAndCanBeKept(Question question) {
		assertThat(question.score(Answer.NONE)).isZero();
		assertThat(question.isComplete(Answer.NONE)).isFalse();
		assertThat(question.problem(Answer.NONE)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("oneOfEach")
	void refusesAFieldItDoesNotHave(Question question) {
		assertThat(question.problem(new Answer(Map.of("nonsense", "a")))).contains(AnswerProblem.UNKNOWN_OPTION);
	}

	@Test
	void refusesAValueItDoesNotHave() {
		assertThat(Quizzes.SINGLE.problem(Quizzes.choice("z"))).contains(AnswerProblem.UNKNOWN_OPTION);
		assertThat(Quizzes.MULTIPLE.problem(new Answer(Map.of("a", "off")))).contains(AnswerProblem.UNKNOWN_OPTION);
		assertThat(Quizzes.TRUE_BECAUSE_A.problem(new Answer(Map.of("truth", "maybe"))))
			.contains(AnswerProblem.UNKNOWN_OPTION);
		assertThat(Quizzes.TRUE_BECAUSE_A.problem(new Answer(Map.of("reason", "z"))))
			.contains(AnswerProblem.UNKNOWN_OPTION);
		assertThat(Quizzes.MATCHING.problem(new Answer(Map.of("p1", "p2")))).contains(AnswerProblem.UNKNOWN_OPTION);
		assertThat(Quizzes.ORDERING.problem(order("0", "", "", ""))).contains(AnswerProblem.UNKNOWN_OPTION);
		assertThat(Quizzes.ORDERING.problem(order("5", "", "", ""))).contains(AnswerProblem.UNKNOWN_OPTION);
		assertThat(Quizzes.FACT_OR_INTERPRETATION.problem(new Answer(Map.of("f", "opinion"))))
			.contains(AnswerProblem.UNKNOWN_OPTION);
	}

	@Test
	void refusesTwoStepsInOnePlace() {
		assertThat(Quizzes.ORDERING.problem(order("1", "1", "2", "3"))).contains(AnswerProblem.SAME_PLACE_TWICE);
		assertThat(Quizzes.ORDERING.problem(order("1", "", "2", ""))).isEmpty();
	}

	@Test
	void saysOfAWrongChoiceWhatWasRight() {
		assertThat(Quizzes.SINGLE.feedback(Quizzes.RIGHT)).containsExactly(new Feedback("A", Verdict.RIGHT, "goed: a"));
		assertThat(Quizzes.SINGLE.feedback(Quizzes.WRONG)).containsExactly(new Feedback("A", Verdict.MISSED, "goed: a"),
				new Feedback("B", Verdict.WRONG, "fout: b"));
	}

	@Test
	void saysOfEachOptionThatMattersWhetherItWasRightMissedOrWrong() {
		assertThat(Quizzes.MULTIPLE.feedback(new Answer(Map.of("a", "on", "c", "on")))).containsExactly(
				new Feedback("A", Verdict.RIGHT, "goed: a"), new Feedback("B", Verdict.MISSED, "goed: b"),
				new Feedback("C", Verdict.WRONG, "fout: c"));
	}

	@ParameterizedTest
	@MethodSource("oneOfEach")
	void opensWithoutItsFeedback(Question question) {
		assertThat(question.open().id()).isEqualTo(question.id());
		assertThat(question.open().toString()).doesNotContain("goed:", "fout:");
	}

	@Test
	void openQuestionHasNoComponentThatCouldCarryASolution() {
		Set<String> components = new HashSet<>();
		collect(OpenQuestion.class, components);
		assertThat(components).containsExactlyInAnyOrder("OpenQuestion.id String", "OpenQuestion.kind QuestionKind",
				"OpenQuestion.text String", "OpenQuestion.rows List", "OpenQuestion.choices List", "Choice.id String",
				"Choice.text String");
	}

	private static void collect(Class<?> type, Set<String> components) {
		for (RecordComponent component : type.getRecordComponents()) {
			components
				.add(type.getSimpleName() + "." + component.getName() + " " + component.getType().getSimpleName());
			parts(component.getGenericType()).filter(Class::isRecord).forEach((part) -> collect(part, components));
		}
	}

	private static Stream<Class<?>> parts(Type type) {
		return switch (type) {
			case Class<?> plain -> Stream.of(plain);
			case ParameterizedType generic ->
				Arrays.stream(generic.getActualTypeArguments()).flatMap(QuestionTests::parts);
			default -> Stream.empty();
		};
	}

	private static Answer order(String s1, String s2, String s3, String s4) {
		return new Answer(Map.of("s1", s1, "s2", s2, "s3", s3, "s4", s4));
	}

	private static List<Question> oneOfEach() {
		return Quizzes.ONE_OF_EACH;
	}

}
