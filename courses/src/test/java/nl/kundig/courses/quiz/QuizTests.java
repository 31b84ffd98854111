package nl.kundig.courses.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.kundig.courses.content.LearningModuleId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuizTests {

	private static final LearningModuleId MODULE = new LearningModuleId("m1");

	private final Random random = new Random(7);

	@Test
	void passesAtEightyPercentExactly() {
		Quiz quiz = Quizzes.of(MODULE, 5, 5);
		Grade grade = quiz.grade(List.of("q1", "q2", "q3", "q4", "q5"), Map.of("q1", Quizzes.RIGHT, "q2", Quizzes.RIGHT,
				"q3", Quizzes.RIGHT, "q4", Quizzes.RIGHT, "q5", Quizzes.WRONG));
		assertThat(grade.percentage()).isEqualTo(80);
		assertThat(grade.passed()).isTrue();
	}

	@Test
	void failsJustBelowEightyPercent() {
		Grade grade = new Grade(4L * Question.FULL_SCORE - 1, 5L * Question.FULL_SCORE);
		assertThat(grade.percentage()).isEqualTo(79);
		assertThat(grade.passed()).isFalse();
	}

	@Test
	void countsPartsOfAnswers() {
		Quiz quiz = Quiz.of(MODULE, 2, List.of(Quizzes.MATCHING, Quizzes.SINGLE), Instant.EPOCH);
		Grade grade = quiz.grade(List.of("matching", "single"),
				Map.of("matching", new Answer(Map.of("p1", "x")), "single", Quizzes.RIGHT));
		assertThat(grade).isEqualTo(new Grade(840 + 2520, 5040));
		assertThat(grade.percentage()).isEqualTo(66);
	}

	@Test
	void nothingAnsweredIsNothingEarned() {
		assertThat(Quizzes.of(MODULE, 2, 2).grade(List.of("q1", "q2"), Map.of()).percentage()).isZero();
	}

	@Test
	void gradesOnlyTheQuestionsThatWereDrawn() {
		Grade grade = Quizzes.of(MODULE, 1, 9).grade(List.of("q3"), Map.of("q3", Quizzes.RIGHT, "q4", Quizzes.WRONG));
		assertThat(grade.percentage()).isEqualTo(100);
	}

	@RepeatedTest(20)
	void drawsAsManyAsItSaysAndNoneTwice() {
		assertThat(Quizzes.of(MODULE, 4, 9).drawQuestions(Set.of(), this.random)).hasSize(4).doesNotHaveDuplicates();
	}

	@RepeatedTest(20)
	void drawsUnseenQuestionsFirst() {
		Set<String> seen = Set.of("q1", "q2", "q3", "q4", "q5");
		List<String> drawn = Quizzes.of(MODULE, 6, 9).drawQuestions(seen, this.random);
		assertThat(drawn).hasSize(6);
		assertThat(drawn.subList(0, 4)).containsExactlyInAnyOrder("q6", "q7", "q8", "q9");
		assertThat(seen).containsAll(drawn.subList(4, 6));
	}

	@Test
	void drawsAgainWhenEverythingWasSeen() {
		assertThat(Quizzes.of(MODULE, 2, 2).drawQuestions(Set.of("q1", "q2"), this.random))
			.containsExactlyInAnyOrder("q1", "q2");
	}

	@Test
	void drawsByChance() {
		Quiz quiz = Quizzes.of(MODULE, 9, 9);
		assertThat(quiz.drawQuestions(Set.of(), this.random)).isNotEqualTo(quiz.drawQuestions(Set.of(), this.random));
	}

	@Test
	void anotherQuestionMakesAnotherVersion() {
		assertThat(Quizzes.of(MODULE, 2, 3).version()).isEqualTo(Quizzes.of(MODULE, 2, 3).version())
			.isNotEqualTo(Quizzes.of(MODULE, 2, 4).version());
	}

}
