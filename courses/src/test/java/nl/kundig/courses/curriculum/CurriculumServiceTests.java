package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.Month;
import java.time.Period;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class CurriculumServiceTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final LearningModuleId M2 = new LearningModuleId("m2");

	private static final Instant LATER = TestClock.START.plusSeconds(60);

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private PeopleService people;

	@Autowired
	private CertificateService certificates;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private TestClock clock;

	@BeforeEach
	void publishQuizzes() {
		this.quizzes.publish(Quizzes.of(M1, 2, 4));
		this.quizzes.publish(Quizzes.of(M2, 2, 4));
	}

	@Test
	void publishingAKnownVersionAgainChangesNothing() {
		this.curricula.publish(Curricula.requiring(M1));
		this.curricula.publish(Curricula.requiring(LATER, M1));
		assertThat(this.curricula.curriculum(LearnerRole.DESK_EMPLOYEE)).map(Curriculum::publishedAt)
			.contains(TestClock.START);
	}

	@Test
	void aVersionComesBackFromTheStoreAsItWas() {
		Validity validity = new Validity(new ValidityBasis.FixedDay(Month.DECEMBER, 31, Period.ofMonths(6)),
				Period.ofYears(1), Period.ofMonths(3), Period.ofDays(10), EarlyWork.DOES_NOT_COUNT,
				CurriculumPart.leaf(new CurriculumRequirement.PassModule(M1)),
				List.of(CurriculumPart.atLeast(1,
						CurriculumPart.leaf(new CurriculumRequirement.AttendTraining(new TrainingId("ror"))),
						CurriculumPart.leaf(new CurriculumRequirement.FinishScenario(new ScenarioId("balie"))))));
		CurriculumPart root = CurriculumPart.inOrder(
				CurriculumPart.leaf(new CurriculumRequirement.PassModule(M1), LearnerRole.MANAGER,
						LearnerRole.DESK_EMPLOYEE),
				CurriculumPart.optional(CurriculumPart.leaf(new CurriculumRequirement.HandInProof("first-aid"))));
		Curriculum curriculum = Curriculum.of(Curricula.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, validity,
				root, TestClock.START);
		this.curricula.publish(curriculum);
		assertThat(this.curricula.current(Curricula.DESK)).contains(curriculum);
	}

	@Test
	void whatCannotBeDoneIsNotPublished() {
		assertThatExceptionOfType(CurriculumRefused.class)
			.isThrownBy(() -> this.curricula.publish(Curricula.requiring(M1, new LearningModuleId("m9"))))
			.withMessageContaining("UNKNOWN_MODULE: m9");
		assertThat(this.curricula.current(Curricula.DESK)).isEmpty();
	}

}
