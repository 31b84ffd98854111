package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.List;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.AttemptId;
import nl.kundig.courses.quiz.QuizPassed;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.event.ApplicationEvents;

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
	void takingARolePinsTheVersionOfThatMoment() {
		Curriculum first = Curricula.requiring(M1);
		Curriculum second = Curricula.requiring(LATER, M1, M2);
		this.curricula.publish(first);
		LearnerId ann = deskEmployee("Ann");
		this.curricula.publish(second);
		takeRole(ann);
		LearnerId bob = deskEmployee("Bob");
		assertThat(this.curricula.curriculum(LearnerRole.DESK_EMPLOYEE)).contains(second);
		assertThat(this.curricula.statuses(ann)).extracting(CurriculumStatus::curriculum).containsExactly(first);
		assertThat(this.curricula.statuses(bob)).extracting(CurriculumStatus::curriculum).containsExactly(second);
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

	@Test
	void aRoleWithoutCurriculumAsksNothing() {
		assertThat(this.curricula.statuses(deskEmployee("Ann"))).isEmpty();
	}

	@Test
	void aPassCompletesTheCurriculum(ApplicationEvents events) {
		Curriculum both = Curricula.requiring(M1, M2);
		this.curricula.publish(both);
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		assertThat(events.stream(CurriculumCompleted.class)).isEmpty();
		Quizzes.pass(this.quizzes, ann, M2);
		assertThat(events.stream(CurriculumCompleted.class))
			.containsExactly(new CurriculumCompleted(ann, both, TestClock.TODAY));
		assertThat(this.curricula.statuses(ann).getFirst().isComplete()).isTrue();
	}

	@Test
	void whatWasPassedBeforeTheRoleCounts() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = this.people.register("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		assertThat(this.certificates.certificates(ann)).isEmpty();
		takeRole(ann);
		assertThat(this.curricula.statuses(ann).getFirst().isComplete()).isTrue();
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	@Test
	void aPassToldTwiceIsOneAchievement() {
		QuizPassed passed = new QuizPassed(new LearnerId("ann"), M1, new AttemptId("ann|m1|1"), TestClock.START);
		this.publisher.publishEvent(passed);
		this.clock.moveTo(LATER);
		this.publisher.publishEvent(passed);
		assertThat(this.mongo.findAll(Achievement.class)).extracting(Achievement::recordedAt)
			.containsExactly(TestClock.START);
	}

	@Test
	void aPassToldFiftyTimesAtOnceIsOneAchievement() throws Exception {
		QuizPassed passed = new QuizPassed(new LearnerId("ann"), M1, new AttemptId("ann|m1|1"), TestClock.START);
		AtOnce.run(50, () -> {
			this.publisher.publishEvent(passed);
			return passed;
		});
		assertThat(this.mongo.findAll(Achievement.class)).hasSize(1);
	}

	@Test
	void aPassCountsOnItsDayInAmsterdam() {
		LearnerId ann = new LearnerId("ann");
		this.publisher
			.publishEvent(new QuizPassed(ann, M1, new AttemptId("ann|m1|1"), Instant.parse("2026-12-31T23:30:00Z")));
		assertThat(this.mongo.findAll(Achievement.class)).extracting(Achievement::effectiveOn)
			.containsExactly(LocalDate.of(2027, 1, 1));
	}

	@Test
	void recheckMakesGoodWhatACrashLeftOut() {
		this.curricula.publish(Curricula.requiring(M1, M2));
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		Quizzes.pass(this.quizzes, ann, M2);
		this.mongo.remove(new Query(), Achievement.class);
		this.mongo.remove(new Query(), "certificates");
		this.clock.moveTo(TestClock.START.plusSeconds(3 * 86_400));
		assertThat(this.curricula.recheck()).hasSize(2).allMatch((line) -> line.startsWith("achievement " + ann));
		assertThat(this.curricula.statuses(ann).getFirst().completedOn()).contains(TestClock.TODAY);
		assertThat(this.certificates.certificates(ann)).singleElement()
			.satisfies((certificate) -> assertThat(certificate.issuedOn()).isEqualTo(TestClock.TODAY));
	}

	@Test
	void recheckIssuesAMissingCertificate() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		this.mongo.remove(new Query(), "certificates");
		this.curricula.recheck();
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	@Test
	void recheckAssignsAMissingDuty() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		this.mongo.remove(new Query(), Duty.class);
		this.curricula.recheck();
		assertThat(this.curricula.statuses(ann)).hasSize(1);
	}

	@Test
	void recheckFindsNothingWhenAllIsThere() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		assertThat(this.curricula.recheck()).isEmpty();
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	private LearnerId deskEmployee(String name) {
		LearnerId learner = this.people.register(name);
		takeRole(learner);
		return learner;
	}

	private void takeRole(LearnerId learner) {
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("dorp"), null, TestClock.TODAY);
	}

}
