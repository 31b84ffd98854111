package nl.kundig.courses.duty;

import java.time.Period;
import java.util.List;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class DecisionServiceTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final Extension TWO_MONTHS = new Extension.ByPeriod(Period.ofMonths(2));

	@Autowired
	private DecisionService decisions;

	@Autowired
	private DutyService duties;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private PeopleService people;

	@Autowired
	private MongoOperations mongo;

	private LearnerId ann;

	private LearnerId bob;

	private LearnerId elsewhere;

	@BeforeEach
	void publish() {
		this.quizzes.publish(Quizzes.of(M1, 2, 4));
		this.curricula.publish(Curricula.requiring(M1));
		this.ann = deskEmployee("Ann", DORP);
		this.bob = deskEmployee("Bob", DORP);
		this.elsewhere = deskEmployee("Eva", new MunicipalityId("stad"));
		this.duties.record(this.bob, new Finding.Achieved(new PassModule(M1)), TestClock.TODAY, "bob", "test");
	}

	@Test
	void extendsWhoWasPreviewedAndShowsInEachHistory() {
		DecisionPreview preview = this.decisions.preview(Curricula.DESK, DORP, TWO_MONTHS);
		assertThat(preview.affected()).extracting(DecisionPreview.Affected::learner)
			.containsExactlyInAnyOrder(this.ann, this.bob);
		Decision decision = activate(preview);
		assertThat(duty(this.ann).dueOn()).isEqualTo(TestClock.TODAY.plusMonths(5));
		assertThat(duty(this.bob).latest()).map(Cycle::lastDay)
			.contains(TestClock.TODAY.plusYears(2).minusDays(1).plusMonths(2));
		assertThat(duty(this.bob).latest()).map(Cycle::plannedLastDay)
			.contains(TestClock.TODAY.plusYears(2).minusDays(1));
		assertThat(duty(this.elsewhere).dueOn()).isEqualTo(TestClock.TODAY.plusMonths(3));
		assertThat(this.duties.history(this.ann).orElseThrow().facts()).extracting(Fact::source)
			.containsExactly("decision:" + decision.id());
	}

	@Test
	void aSecondRecordTakesItBack() {
		Decision decision = activate(this.decisions.preview(Curricula.DESK, DORP, TWO_MONTHS));
		this.decisions.reverse(decision.id(), "toch niet", "carla");
		this.decisions.reverse(decision.id(), "toch niet", "carla");
		assertThat(duty(this.ann).dueOn()).isEqualTo(TestClock.TODAY.plusMonths(3));
		assertThat(this.duties.history(this.ann).orElseThrow().facts()).hasSize(2);
		assertThat(this.decisions.decisions()).hasSize(2);
	}

	@Test
	void anOutdatedPreviewDoesNothing() {
		DecisionPreview preview = this.decisions.preview(Curricula.DESK, DORP, TWO_MONTHS);
		deskEmployee("Carl", DORP);
		assertThatExceptionOfType(DecisionOutdated.class).isThrownBy(() -> activate(preview))
			.satisfies((outdated) -> assertThat(outdated.now().affected()).hasSize(3));
		assertThat(this.decisions.decisions()).isEmpty();
	}

	@Test
	void ofManyWhoSignTheSameAtOnceOneDoes() throws Exception {
		DecisionPreview preview = this.decisions.preview(Curricula.DESK, DORP, TWO_MONTHS);
		List<Boolean> signed = AtOnce.run(8, () -> {
			try {
				activate(preview);
				return true;
			}
			catch (DecisionOutdated ex) {
				return false;
			}
		});
		assertThat(signed).containsOnlyOnce(true);
		assertThat(this.decisions.decisions()).hasSize(1);
		assertThat(duty(this.ann).dueOn()).isEqualTo(TestClock.TODAY.plusMonths(5));
	}

	@Test
	void whatWasTakenBackCanBeDecidedAgain() {
		Decision decision = activate(this.decisions.preview(Curricula.DESK, DORP, TWO_MONTHS));
		this.decisions.reverse(decision.id(), "toch niet", "carla");
		activate(this.decisions.preview(Curricula.DESK, DORP, TWO_MONTHS));
		assertThat(duty(this.ann).dueOn()).isEqualTo(TestClock.TODAY.plusMonths(5));
	}

	@Test
	void refusesNothingMoreAndFourHundredYears() {
		assertRefused(FactRefused.Reason.EXTENSION_OUT_OF_RANGE, Curricula.DESK, new Extension.ByPeriod(Period.ZERO));
		assertRefused(FactRefused.Reason.EXTENSION_OUT_OF_RANGE, Curricula.DESK,
				new Extension.ByPeriod(Period.ofYears(400)));
		assertRefused(FactRefused.Reason.EXTENSION_OUT_OF_RANGE, Curricula.DESK,
				new Extension.ThroughDay(TestClock.TODAY.minusDays(1)));
		assertRefused(FactRefused.Reason.UNKNOWN_CURRICULUM, new CurriculumId("nergens"), TWO_MONTHS);
		assertThat(this.decisions.decisions()).isEmpty();
	}

	private void assertRefused(FactRefused.Reason reason, CurriculumId curriculum, Extension extension) {
		assertThatExceptionOfType(FactRefused.class)
			.isThrownBy(() -> this.decisions.preview(curriculum, DORP, extension))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	@Test
	void recheckMakesGoodWhatACrashLeftOut() {
		activate(this.decisions.preview(Curricula.DESK, DORP, TWO_MONTHS));
		this.mongo.remove(new Query(), Fact.class);
		assertThat(this.decisions.recheck()).hasSize(2);
		assertThat(this.decisions.recheck()).isEmpty();
		assertThat(duty(this.ann).dueOn()).isEqualTo(TestClock.TODAY.plusMonths(5));
	}

	private Decision activate(DecisionPreview preview) {
		return this.decisions.activate(Curricula.DESK, DORP, TWO_MONTHS, "crisis", "carla", preview.fingerprint());
	}

	private DutyStanding duty(LearnerId learner) {
		return this.duties.standing(learner).duties().getFirst();
	}

	private LearnerId deskEmployee(String name, MunicipalityId municipality) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, municipality, null, TestClock.TODAY);
		return learner;
	}

}
