package nl.kundig.courses.duty;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.certificate.Certificate;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** What a crash between two steps, a broken history or a standstill leaves is mended. */
@CoursesTest
class RecheckTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final CurriculumRequirement PASS = new CurriculumRequirement.PassModule(M1);

	@Autowired
	private DutyService duties;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private CertificateService certificates;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private PeopleService people;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private TestClock clock;

	@BeforeEach
	void publish() {
		this.quizzes.publish(Quizzes.of(M1, 2, 4));
		this.curricula.publish(Curricula.requiring(M1));
	}

	@Test
	void aCrashAfterTheRoleLeavesNoDutyAndNoView() {
		LearnerId ann = deskEmployee("Ann");
		remove(Duty.class, "_id", ann + "|" + Curricula.DESK);
		remove(StandingView.class, "_id", ann);
		RecheckRun run = this.duties.recheck();
		assertThat(run.repaired()).containsExactly("duty " + ann + "|" + Curricula.DESK);
		assertThat(this.duties.prepared(ann)).contains(this.duties.standing(ann));
	}

	@Test
	void aCrashAfterTheFactLeavesAViewOfBefore() {
		LearnerId ann = deskEmployee("Ann");
		this.mongo.insert(Fact.achieved(ann, PASS, "crash", TestClock.TODAY, TestClock.START));
		assertThat(this.duties.prepared(ann)).isNotEqualTo(Optional.of(this.duties.standing(ann)));
		this.duties.recheck();
		assertThat(this.duties.prepared(ann)).contains(this.duties.standing(ann));
		assertThat(this.duties.rebuildViews()).isEmpty();
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	@Test
	void aCrashAfterThePassLeavesNoFact() {
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		remove(Fact.class, "learner", ann);
		this.mongo.remove(new Query(), Certificate.class);
		RecheckRun run = this.duties.recheck();
		assertThat(run.repaired()).singleElement().asString().startsWith("achievement " + ann);
		assertThat(this.certificates.certificates(ann)).hasSize(1);
	}

	@Test
	void aCrashAfterTheViewLeavesNoCertificate() {
		LearnerId ann = deskEmployee("Ann");
		Quizzes.pass(this.quizzes, ann, M1);
		this.mongo.remove(new Query(), Certificate.class);
		this.duties.recheck();
		assertThat(this.certificates.certificates(ann)).singleElement()
			.satisfies((certificate) -> assertThat(certificate.issuedOn()).isEqualTo(TestClock.TODAY));
	}

	@Test
	void whoCannotBeLookedAtIsListedWithTheReasonAndKeepsNobodyFromBeingLookedAt() {
		List<LearnerId> all = List.of(deskEmployee("Ann"), deskEmployee("Bob"), deskEmployee("Carl"));
		LearnerId broken = all.get(1);
		this.mongo.getCollection("facts")
			.insertOne(new Document("_id", "broken").append("learner", broken.value())
				.append("finding", new Document("_class", "nobodyKnows")));
		this.mongo.remove(new Query(), Duty.class);
		RecheckRun run = this.duties.recheck();
		assertThat(run.learners()).isEqualTo(3);
		assertThat(run.repaired()).hasSize(2).noneMatch((line) -> line.contains(broken.value()));
		assertThat(run.skipped()).singleElement().satisfies((skipped) -> {
			assertThat(skipped.learner()).isEqualTo(broken);
			assertThat(skipped.reason()).contains("Finding");
		});
		assertThat(run.isClean()).isFalse();
		assertThat(this.duties.rebuildViews()).singleElement()
			.satisfies((difference) -> assertThat(difference.reason()).isNotBlank());
	}

	@Test
	void eachRunIsKeptForNinetyDays() {
		RecheckRun first = this.duties.recheck();
		assertThat(this.duties.lastRecheck()).contains(first);
		assertThat(first.previous()).isNull();
		this.clock.moveTo(TestClock.START.plus(Duration.ofDays(4)));
		RecheckRun second = this.duties.recheck();
		assertThat(second.previous()).isEqualTo(first.startedAt());
		assertThat(this.duties.lastRecheck()).contains(second);
		this.clock.moveTo(TestClock.START.plus(Duration.ofDays(91)));
		RecheckRun third = this.duties.recheck();
		assertThat(this.mongo.findAll(RecheckRun.class)).containsExactlyInAnyOrder(second, third);
	}

	@Test
	void aRunThatIsStoppedSaysSo() {
		deskEmployee("Ann");
		RecheckRun run = this.duties.recheck(() -> false, (done) -> {
		});
		assertThat(run.finished()).isFalse();
		assertThat(run.isClean()).isFalse();
		assertThat(run.learners()).isZero();
	}

	@Test
	void daysOfStandstillAreCaughtUpWithTheDatesOfThoseDays() {
		Curriculum yearly = Curriculum.of(Curricula.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE,
				new Validity(new ValidityBasis.FromPreviousExpiry(), Period.ofYears(1), Period.ofMonths(3),
						Period.ofMonths(1), EarlyWork.COUNTS, null, List.of()),
				CurriculumPart.all(CurriculumPart.leaf(PASS)), TestClock.START.plusSeconds(1));
		this.curricula.publish(yearly);
		LearnerId early = deskEmployee("Ann");
		LearnerId idle = deskEmployee("Bob");
		achieve(early, TestClock.TODAY);
		achieve(idle, TestClock.TODAY);
		// Before the window opens, so it is credited on a day on which nobody looks.
		this.clock.moveTo(TestClock.TODAY.plusMonths(8), LocalTime.NOON);
		achieve(early, TestClock.TODAY.plusMonths(8));
		this.duties.recheck();
		LocalDate lastDay = TestClock.TODAY.plusYears(1).minusDays(1);
		this.clock.moveTo(lastDay.plusDays(12), LocalTime.NOON);
		RecheckRun run = this.duties.recheck();
		assertThat(run.skipped()).isEmpty();
		assertThat(Duration.between(run.previous(), run.startedAt())).isGreaterThan(Duration.ofDays(100));
		assertThat(this.duties.prepared(early)).contains(this.duties.standing(early));
		assertThat(this.duties.prepared(early).orElseThrow().duties().getFirst().latest()).map(Cycle::completedOn)
			.contains(TestClock.TODAY.plusMonths(9));
		assertThat(this.certificates.certificates(early)).extracting(Certificate::issuedOn)
			.containsExactly(lastDay.plusDays(1), TestClock.TODAY);
		assertThat(this.duties.prepared(idle).orElseThrow().duties().getFirst().state())
			.isEqualTo(DutyStanding.State.OVERDUE);
		assertThat(this.duties.recheck().isClean()).isTrue();
	}

	@Test
	void manyPagesOfPeopleAreMendedInOneRun() {
		int many = 2 * Consequences.PAGE + 3;
		for (int i = 0; i < many; i++) {
			deskEmployee("P" + i);
		}
		this.mongo.remove(new Query(), Duty.class);
		this.mongo.remove(new Query(), StandingView.class);
		RecheckRun run = this.duties.recheck();
		assertThat(run.learners()).isEqualTo(many);
		assertThat(run.repairs()).isEqualTo(many);
		assertThat(run.repaired()).hasSize(1000);
		assertThat(this.duties.rebuildViews()).isEmpty();
	}

	private void achieve(LearnerId learner, LocalDate day) {
		this.duties.record(learner, new Finding.Achieved(PASS), day, "carla", "on " + day);
	}

	private void remove(Class<?> type, String field, Object value) {
		this.mongo.remove(Query.query(Criteria.where(field).is(value)), type);
	}

	private LearnerId deskEmployee(String name) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("dorp"), null, TestClock.TODAY);
		return learner;
	}

}
