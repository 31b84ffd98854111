package nl.kundig.courses.quiz;

import java.util.List;
import java.util.Map;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class QuizServiceTests {

	private static final LearnerId ANN = new LearnerId("ann");

	private static final LearnerId BOB = new LearnerId("bob");

	private static final LearningModuleId MODULE = new LearningModuleId("m1");

	@Autowired
	private QuizService quizzes;

	@Autowired
	private TestClock clock;

	@Test
	void savedAnswersSurvive() {
		this.quizzes.publish(Quizzes.of(MODULE, 3, 3));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.save(attempt, Map.of("q1", Quizzes.RIGHT));
		this.quizzes.save(attempt, Map.of("q2", Quizzes.WRONG));
		Attempt found = this.quizzes.attempt(ANN, MODULE, 1);
		assertThat(found.answers()).isEqualTo(Map.of("q1", Quizzes.RIGHT, "q2", Quizzes.WRONG));
		assertThat(this.quizzes.incomplete(found)).containsExactly("q3");
		assertThat(this.quizzes.start(ANN, MODULE)).isEqualTo(found);
	}

	@Test
	void everyKindOfQuestionSurvives() {
		Quiz quiz = Quiz.of(MODULE, 6, Quizzes.ONE_OF_EACH, TestClock.START);
		this.quizzes.publish(quiz);
		assertThat(this.quizzes.quiz(MODULE)).contains(quiz);
	}

	@Test
	void anAnswerCanBeChangedAndTakenBack() {
		this.quizzes.publish(Quizzes.of(MODULE, 2, 2));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.save(attempt, Map.of("q1", Quizzes.WRONG, "q2", Quizzes.RIGHT));
		this.quizzes.save(attempt, Map.of("q1", Quizzes.RIGHT, "q2", Answer.NONE));
		Attempt found = this.quizzes.attempt(ANN, MODULE, 1);
		assertThat(found.answer("q1")).isEqualTo(Quizzes.RIGHT);
		assertThat(found.answer("q2")).isEqualTo(Answer.NONE);
	}

	@Test
	void reportsAnUnfitAnswerAndLosesNothingElse() {
		this.quizzes.publish(Quizzes.of(MODULE, 3, 3));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.save(attempt, Map.of("q2", Quizzes.RIGHT));
		Map<String, AnswerProblem> problems = this.quizzes.save(attempt,
				Map.of("q1", Quizzes.RIGHT, "q2", Quizzes.choice("z"), "q3", Quizzes.WRONG));
		assertThat(problems).isEqualTo(Map.of("q2", AnswerProblem.UNKNOWN_OPTION));
		assertThat(this.quizzes.attempt(ANN, MODULE, 1).answers())
			.isEqualTo(Map.of("q1", Quizzes.RIGHT, "q2", Quizzes.RIGHT, "q3", Quizzes.WRONG));
	}

	@Test
	void ignoresAnswersToQuestionsThatWereNotDrawn() {
		this.quizzes.publish(Quizzes.of(MODULE, 1, 1));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		assertThat(this.quizzes.save(attempt, Map.of("q9", Quizzes.RIGHT))).isEmpty();
		assertThat(this.quizzes.attempt(ANN, MODULE, 1).answers()).isEmpty();
	}

	@Test
	void savesNothingAfterSubmitting() {
		this.quizzes.publish(Quizzes.of(MODULE, 2, 2));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.save(attempt, Quizzes.answers(attempt, 1));
		this.quizzes.submit(ANN, MODULE, 1);
		assertThatExceptionOfType(AttemptClosed.class)
			.isThrownBy(() -> this.quizzes.save(attempt, Quizzes.answers(attempt, 2)));
		assertThat(this.quizzes.attempt(ANN, MODULE, 1).answers()).isEqualTo(Quizzes.answers(attempt, 1));
	}

	@Test
	void submittingTwiceTellsTheSamePassAndChangesNothing(ApplicationEvents events) {
		this.quizzes.publish(Quizzes.of(MODULE, 2, 2));
		Attempt first = Quizzes.pass(this.quizzes, ANN, MODULE);
		this.clock.moveTo(TestClock.START.plusSeconds(60));
		Attempt second = this.quizzes.submit(ANN, MODULE, 1);
		assertThat(second).isEqualTo(first);
		assertThat(events.stream(QuizPassed.class)).hasSize(2)
			.containsOnly(new QuizPassed(ANN, MODULE, first.id(), TestClock.START));
	}

	@Test
	void tellsNobodyOfAFail(ApplicationEvents events) {
		this.quizzes.publish(Quizzes.of(MODULE, 4, 4));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.save(attempt, Quizzes.answers(attempt, 3));
		Attempt submitted = this.quizzes.submit(ANN, MODULE, 1);
		assertThat(this.quizzes.grade(submitted).percentage()).isEqualTo(75);
		assertThat(events.stream(QuizPassed.class)).isEmpty();
		assertThat(this.quizzes.passes(List.of(ANN))).isEmpty();
	}

	@Test
	void showsRightAndWrongOnlyAfterSubmitting() {
		this.quizzes.publish(Quizzes.of(MODULE, 2, 2));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.save(attempt, Quizzes.answers(attempt, 1));
		assertThatExceptionOfType(AttemptNotFound.class).isThrownBy(() -> this.quizzes.answered(attempt));
		Attempt submitted = this.quizzes.submit(ANN, MODULE, 1);
		assertThat(this.quizzes.answered(submitted)).extracting(AnsweredQuestion::right).containsExactly(true, false);
	}

	@Test
	void startingTwiceIsOneAttempt() {
		this.quizzes.publish(Quizzes.of(MODULE, 3, 9));
		assertThat(this.quizzes.start(ANN, MODULE)).isEqualTo(this.quizzes.start(ANN, MODULE));
		assertThat(this.quizzes.attempts(ANN, MODULE)).hasSize(1);
	}

	@Test
	void startingFiftyTimesAtOnceIsOneAttempt() throws Exception {
		this.quizzes.publish(Quizzes.of(MODULE, 3, 9));
		List<Attempt> started = AtOnce.run(50, () -> this.quizzes.start(ANN, MODULE));
		assertThat(started).hasSize(50).containsOnly(this.quizzes.attempt(ANN, MODULE, 1));
		assertThat(this.quizzes.attempts(ANN, MODULE)).hasSize(1);
	}

	@Test
	void submittingFiftyTimesAtOnceIsOnePass() throws Exception {
		this.quizzes.publish(Quizzes.of(MODULE, 3, 3));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.save(attempt, Quizzes.answers(attempt, 3));
		assertThat(AtOnce.run(50, () -> this.quizzes.submit(ANN, MODULE, 1)).stream().distinct()).hasSize(1);
		assertThat(this.quizzes.passes(List.of(ANN))).hasSize(1);
	}

	@Test
	void drawsUnseenQuestionsForANewAttempt() {
		this.quizzes.publish(Quizzes.of(MODULE, 3, 6));
		Attempt first = this.quizzes.start(ANN, MODULE);
		this.quizzes.submit(ANN, MODULE, 1);
		Attempt second = this.quizzes.start(ANN, MODULE);
		assertThat(second.number()).isEqualTo(2);
		assertThat(second.questions()).hasSize(3).doesNotContainAnyElementsOf(first.questions());
	}

	@Test
	void anotherLearnerStartsAfresh() {
		this.quizzes.publish(Quizzes.of(MODULE, 3, 6));
		this.quizzes.start(ANN, MODULE);
		assertThatExceptionOfType(AttemptNotFound.class).isThrownBy(() -> this.quizzes.attempt(BOB, MODULE, 1));
		assertThat(this.quizzes.start(BOB, MODULE).number()).isEqualTo(1);
	}

	@Test
	void anAttemptKeepsTheVersionItStartedWith() {
		this.quizzes.publish(Quizzes.of(MODULE, 2, 2));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		this.quizzes.publish(Quizzes.at(TestClock.START.plusSeconds(60), MODULE, 4, 4));
		Attempt passed = Quizzes.pass(this.quizzes, ANN, MODULE);
		assertThat(passed.quizVersion()).isEqualTo(attempt.quizVersion());
		assertThat(this.quizzes.grade(passed).percentage()).isEqualTo(100);
		assertThat(this.quizzes.start(ANN, MODULE).questions()).hasSize(4);
	}

	@Test
	void questionsOfAnAttemptComeInTheOrderDrawn() {
		this.quizzes.publish(Quizzes.of(MODULE, 5, 9));
		Attempt attempt = this.quizzes.start(ANN, MODULE);
		assertThat(this.quizzes.questions(attempt)).extracting(OpenQuestion::id).isEqualTo(attempt.questions());
	}

	@Test
	void refusesAModuleWithoutQuiz() {
		assertThatExceptionOfType(QuizNotFound.class)
			.isThrownBy(() -> this.quizzes.start(ANN, new LearningModuleId("none")));
	}

}
