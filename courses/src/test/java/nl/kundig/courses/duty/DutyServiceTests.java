package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumCompleted;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.AttemptId;
import nl.kundig.courses.quiz.QuizPassed;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import nl.kundig.mongouse.MongoRecorder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
class DutyServiceTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final LearningModuleId M2 = new LearningModuleId("m2");

	private static final Instant LATER = TestClock.START.plusSeconds(60);

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private DutyService duties;

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

	@Autowired
	private MongoRecorder recorder;

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
		assertThat(versions(ann)).containsExactly(first.version());
		assertThat(versions(bob)).containsExactly(second.version());
	}

	@Test
	void aRoleWithoutCurriculumAsksNothing() {
		assertThat(this.duties.standing(deskEmployee("Ann")).duties()).isEmpty();
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
		assertThat(duty(ann).state()).isEqualTo(DutyStanding.State.COMPLETE);
	}

	@Test
	void whatWasPassedBeforeTheRoleCounts() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = this.people.register("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		assertThat(this.certificates.certificates(ann)).isEmpty();
		takeRole(ann);
		assertThat(duty(ann).state()).isEqualTo(DutyStanding.State.COMPLETE);
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	@Test
	void aPassToldTwiceIsOneAchievement() {
		QuizPassed passed = new QuizPassed(new LearnerId("ann"), M1, new AttemptId("ann|m1|1"), TestClock.START);
		this.publisher.publishEvent(passed);
		this.clock.moveTo(LATER);
		this.publisher.publishEvent(passed);
		assertThat(this.mongo.findAll(Fact.class)).extracting(Fact::recordedAt).containsExactly(TestClock.START);
	}

	@Test
	void aPassToldFiftyTimesAtOnceIsOneAchievement() throws Exception {
		QuizPassed passed = new QuizPassed(new LearnerId("ann"), M1, new AttemptId("ann|m1|1"), TestClock.START);
		AtOnce.run(50, () -> {
			this.publisher.publishEvent(passed);
			return passed;
		});
		assertThat(this.mongo.findAll(Fact.class)).hasSize(1);
	}

	@Test
	void aPassCountsOnItsDayInAmsterdam() {
		LearnerId ann = new LearnerId("ann");
		this.publisher
			.publishEvent(new QuizPassed(ann, M1, new AttemptId("ann|m1|1"), Instant.parse("2026-12-31T23:30:00Z")));
		assertThat(this.mongo.findAll(Fact.class)).extracting(Fact::effectiveOn)
			.containsExactly(LocalDate.of(2027, 1, 1));
	}

	@Test
	void recheckMakesGoodWhatACrashLeftOut() {
		this.curricula.publish(Curricula.requiring(M1, M2));
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		Quizzes.pass(this.quizzes, ann, M2);
		this.mongo.remove(new Query(), Fact.class);
		this.mongo.remove(new Query(), "certificates");
		this.clock.moveTo(TestClock.START.plusSeconds(3 * 86_400));
		assertThat(this.duties.recheck().repaired()).hasSize(2)
			.allMatch((line) -> line.startsWith("achievement " + ann));
		assertThat(duty(ann).latest()).map(Cycle::completedOn).contains(TestClock.TODAY);
		assertThat(this.certificates.certificates(ann)).singleElement()
			.satisfies((certificate) -> assertThat(certificate.issuedOn()).isEqualTo(TestClock.TODAY));
	}

	@Test
	void recheckIssuesAMissingCertificate() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		this.mongo.remove(new Query(), "certificates");
		this.duties.recheck();
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	@Test
	void recheckAssignsAMissingDuty() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		this.mongo.remove(new Query(), Duty.class);
		this.duties.recheck();
		assertThat(this.duties.standing(ann).duties()).hasSize(1);
	}

	@Test
	void recheckFindsNothingWhenAllIsThere() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		assertThat(this.duties.recheck().isClean()).isTrue();
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	@Test
	void takingARoleIsOneWriteForTheRoleAndTwoDocumentsForTheDuty() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = this.people.register("Ann");
		Map<String, Long> before = documents();
		takeRole(ann);
		Map<String, Long> after = documents();
		assertThat(after).containsAllEntriesOf(Map.of("learners", 1L, "duties", 1L, "standings", 1L));
		assertThat(total(after) - total(before)).isEqualTo(2);
		assertThat(this.duties.prepared(ann)).contains(this.duties.standing(ann));
	}

	@Test
	void theDutyEndsWhenTheRoleIsLeft() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		this.people.leaveRole(ann, this.people.learner(ann).orElseThrow().roles().getFirst(), TestClock.TODAY, "import",
				"carla");
		this.clock.moveTo(TestClock.TODAY.plusDays(1), LocalTime.NOON);
		assertThat(duty(ann).state()).isEqualTo(DutyStanding.State.ENDED);
	}

	@Test
	void whatIsSentAgainWithSomethingElseIsRefusedAndChangesNothing() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		LocalDate until = TestClock.TODAY.plusYears(1);
		Finding first = new Finding.Exempted(pass(M1), until, "kan het al", "diploma");
		Finding changed = new Finding.Exempted(pass(M1), until.plusYears(1), "kan het al", "diploma");
		this.duties.record(ann, first, TestClock.TODAY, "carla", "form 1");
		this.duties.record(ann, first, TestClock.TODAY, "carla", "form 1");
		assertThatExceptionOfType(FactRefused.class)
			.isThrownBy(() -> this.duties.record(ann, changed, TestClock.TODAY, "carla", "form 1"))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(FactRefused.Reason.SOURCE_USED));
		assertThat(this.duties.history(ann).orElseThrow().facts()).extracting(Fact::finding).containsExactly(first);
	}

	@Test
	void everyKindOfFactIsKeptAndCounts() {
		this.curricula.publish(Curricula.requiring(M1, M2));
		LearnerId ann = deskEmployee("Ann");
		LocalDate today = TestClock.TODAY;
		record(ann, new Finding.Exempted(pass(M1), null, "kan het al", "diploma"), today);
		Fact off = record(ann, new Finding.NotApplicable(pass(M2), today.plusDays(9), "past niet"), today);
		record(ann, new Finding.Extended(Curricula.DESK, new Extension.ByPeriod(Period.ofMonths(2)), "crisis"), today);
		record(ann, new Finding.Extended(Curricula.DESK, new Extension.ThroughDay(today.plusYears(1)), "crisis"),
				today);
		assertThat(duty(ann).state()).isEqualTo(DutyStanding.State.EXEMPT);
		record(ann, new Finding.Revoked(off.id(), "vergissing"), today);
		assertThat(duty(ann).next()).isEqualTo(pass(M2));
		assertThat(duty(ann).dueOn()).isEqualTo(today.plusYears(1));
		record(ann, new Finding.Achieved(pass(M2)), today);
		assertThat(duty(ann).state()).isEqualTo(DutyStanding.State.COMPLETE);
		assertThat(this.certificates.certificates(ann)).hasSize(1);
		assertThat(this.duties.rebuildViews()).isEmpty();
	}

	@Test
	void refusesFactsThatCannotBe() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		LocalDate today = TestClock.TODAY;
		Finding passed = new Finding.Achieved(pass(M1));
		assertRefused(FactRefused.Reason.DATE_OUT_OF_RANGE, () -> record(ann, passed, LocalDate.of(1999, 12, 31)));
		assertRefused(FactRefused.Reason.DATE_OUT_OF_RANGE, () -> record(ann, passed, today.plusDays(2)));
		assertRefused(FactRefused.Reason.UNKNOWN_LEARNER, () -> record(new LearnerId("nobody"), passed, today));
		assertRefused(FactRefused.Reason.UNKNOWN_MODULE,
				() -> record(ann, new Finding.Achieved(pass(new LearningModuleId("m9"))), today));
		assertRefused(FactRefused.Reason.UNKNOWN_FACT, () -> record(ann, new Finding.Revoked("f", "waarom"), today));
		assertRefused(FactRefused.Reason.NO_REASON,
				() -> record(ann, new Finding.NotApplicable(pass(M1), null, " "), today));
		assertRefused(FactRefused.Reason.ENDS_BEFORE_IT_STARTS,
				() -> record(ann, new Finding.NotApplicable(pass(M1), today.minusDays(1), "past niet"), today));
		assertRefused(FactRefused.Reason.EXTENSION_OUT_OF_RANGE, () -> record(ann,
				new Finding.Extended(Curricula.DESK, new Extension.ByPeriod(Period.ofYears(400)), "crisis"), today));
		assertRefused(FactRefused.Reason.UNKNOWN_CURRICULUM, () -> record(ann,
				new Finding.Extended(new CurriculumId("none"), new Extension.ByPeriod(Period.ofDays(1)), "crisis"),
				today));
		assertThat(this.mongo.findAll(Fact.class)).isEmpty();
	}

	@Test
	void refusesRulesThatCannotBe() {
		this.curricula.publish(Curricula.requiring(M1));
		Rule rule = rule(Period.ofMonths(1), TestClock.TODAY);
		assertRuleRefused(RuleRefused.Reason.PERIOD_OUT_OF_RANGE, rule(Period.ZERO, TestClock.TODAY));
		assertRuleRefused(RuleRefused.Reason.PERIOD_OUT_OF_RANGE, rule(Period.ofYears(400), TestClock.TODAY));
		assertRuleRefused(RuleRefused.Reason.DATE_OUT_OF_RANGE, rule(Period.ofDays(1), LocalDate.of(1999, 12, 31)));
		assertRuleRefused(RuleRefused.Reason.NOT_THE_NEXT_VERSION,
				rule.withdraw(TestClock.TODAY, "carla", TestClock.START));
		this.duties.activate(rule);
		assertRuleRefused(RuleRefused.Reason.NOT_THE_NEXT_VERSION, rule);
		assertRuleRefused(RuleRefused.Reason.BEFORE_THE_LAST_VERSION,
				rule.withdraw(TestClock.TODAY.minusDays(1), "carla", TestClock.START));
		assertThat(this.duties.policy().rules()).hasSize(2);
	}

	@Test
	void aRuleGivesADutyToWhoHeldTheRoleAlready() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = this.people.register("Ann");
		this.people.takeRole(ann, LearnerRole.MANAGER, new MunicipalityId("dorp"), null, TestClock.TODAY);
		assertThat(this.duties.standing(ann).duties()).isEmpty();
		assertThat(this.duties.whyNot(ann, Curricula.DESK)).singleElement()
			.satisfies((why) -> assertThat(why.failing()).isEqualTo(Who.Condition.ROLE));
		this.duties.activate(rule(Period.ofMonths(1), TestClock.TODAY));
		assertThat(duty(ann).dueOn()).isEqualTo(TestClock.TODAY.plusMonths(1));
		assertThat(this.duties.prepared(ann).orElseThrow().duties()).hasSize(1);
	}

	@Test
	void rebuildingTellsWhichViewsWereWrong() {
		this.curricula.publish(Curricula.requiring(M1));
		LearnerId ann = deskEmployee("Ann");
		LearnerId bob = deskEmployee("Bob");
		this.mongo.save(new StandingView(bob, new Standing(bob, TestClock.TODAY, List.of()), 1));
		this.clock.moveTo(TestClock.TODAY.plusDays(100), LocalTime.NOON);
		assertThat(this.duties.rebuildViews()).extracting(ViewDifference::learner).containsExactly(bob);
		assertThat(this.duties.prepared(ann)).contains(this.duties.standing(ann));
		assertThat(this.duties.rebuildViews()).isEmpty();
	}

	private Fact record(LearnerId learner, Finding finding, LocalDate day) {
		return this.duties.record(learner, finding, day, "carla", "test " + finding);
	}

	private static CurriculumRequirement pass(LearningModuleId module) {
		return new CurriculumRequirement.PassModule(module);
	}

	private static Rule rule(Period within, LocalDate from) {
		return Rule.first(new RuleId("managers"), "Leidinggevenden ook",
				new Who.RoleHolders(LearnerRole.MANAGER, null, null), Curricula.DESK, within, DueFrom.RULE_ACTIVATED,
				from, "carla", TestClock.START);
	}

	private static void assertRefused(FactRefused.Reason reason, ThrowingCallable action) {
		assertThatExceptionOfType(FactRefused.class).isThrownBy(action)
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	private void assertRuleRefused(RuleRefused.Reason reason, Rule rule) {
		assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> this.duties.activate(rule))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	private Map<String, Long> documents() {
		Map<String, Long> counted = new HashMap<>();
		this.recorder.without(() -> this.mongo.getCollectionNames()
			.forEach((name) -> counted.put(name, this.mongo.estimatedCount(name))));
		return counted;
	}

	private static long total(Map<String, Long> documents) {
		return documents.values().stream().mapToLong(Long::longValue).sum();
	}

	private LearnerId deskEmployee(String name) {
		LearnerId learner = this.people.register(name);
		takeRole(learner);
		return learner;
	}

	private void takeRole(LearnerId learner) {
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("dorp"), null, TestClock.TODAY);
	}

	private DutyStanding duty(LearnerId learner) {
		return this.duties.standing(learner).duties().getFirst();
	}

	private List<String> versions(LearnerId learner) {
		return this.duties.standing(learner).duties().stream().map(DutyStanding::version).toList();
	}

}
