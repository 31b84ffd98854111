package nl.kundig.courses.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.Curriculum;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class MigrationServiceTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final LearningModuleId M2 = new LearningModuleId("m2");

	private static final LearningModuleId M3 = new LearningModuleId("m3");

	private static final Curriculum OLD = Curricula.requiring(M1, M2);

	private static final Curriculum NEW = Curricula.requiring(TestClock.START.plusSeconds(60), M2, M3);

	@Autowired
	private MigrationService migrations;

	@Autowired
	private DutyService duties;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private PeopleService people;

	@BeforeEach
	void publish() {
		List.of(M1, M2, M3).forEach((module) -> this.quizzes.publish(Quizzes.of(module, 2, 4)));
		this.curricula.publish(OLD);
	}

	@Test
	void nobodysStandingChangesUntilTheMigrationAndThePreviewIsWhatHappens() {
		List<LearnerId> active = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			LearnerId learner = deskEmployee("L" + i);
			if (i % 3 == 0) {
				pass(learner, M2);
			}
			active.add(learner);
		}
		List<Standing> before = active.stream().map(this.duties::standing).toList();
		this.curricula.publish(NEW);
		assertThat(active.stream().map(this.duties::standing).toList()).isEqualTo(before);
		Migration preview = this.migrations.preview(NEW.version());
		assertThat(preview.people()).hasSize(500);
		assertThat(preview.totals())
			.isEqualTo(Map.of(Migration.Fate.KEPT, 500, Migration.Fate.NEW, 500, Migration.Fate.DROPPED, 500));
		assertThat(active.stream().map(this.duties::standing).toList()).isEqualTo(before);
		this.migrations.activate(NEW.version(), preview.fingerprint(), "carla");
		for (Migration.Person person : preview.people()) {
			assertThat(this.duties.standing(person.learner()).duty(Curricula.DESK)).contains(person.after());
		}
		assertThat(this.migrations.preview(NEW.version()).people()).isEmpty();
		assertThat(this.duties.rebuildViews()).isEmpty();
	}

	@Test
	void anOutdatedPreviewSaysWhoDiffersAndDoesNothing() {
		LearnerId ann = deskEmployee("Ann");
		deskEmployee("Bob");
		this.curricula.publish(NEW);
		Migration preview = this.migrations.preview(NEW.version());
		pass(ann, M2);
		assertThatExceptionOfType(PreviewOutdated.class)
			.isThrownBy(() -> this.migrations.activate(NEW.version(), preview.fingerprint(), "carla"))
			.satisfies((outdated) -> assertThat(outdated.differing(preview)).containsExactly(ann));
		assertThat(this.duties.standing(ann).duties()).extracting(DutyStanding::version).containsExactly(OLD.version());
	}

	@Test
	void aMunicipalityMovesItsOwn() {
		LearnerId ann = deskEmployee("Ann");
		LearnerId other = this.people.register("Eva");
		MunicipalityId elsewhere = new MunicipalityId("elders");
		this.people.takeRole(other, LearnerRole.DESK_EMPLOYEE, elsewhere, null, TestClock.TODAY);
		this.curricula.publish(NEW);
		Migration preview = this.migrations.preview(NEW.version(), elsewhere);
		assertThat(preview.people()).extracting(Migration.Person::learner).containsExactly(other);
		this.migrations.activate(NEW.version(), elsewhere, preview.fingerprint(), "carla");
		assertThat(this.duties.standing(other).duties()).extracting(DutyStanding::version)
			.containsExactly(NEW.version());
		assertThat(this.duties.standing(ann).duties()).extracting(DutyStanding::version).containsExactly(OLD.version());
	}

	@Test
	void aRequirementMetByAnEquivalenceIsCalledEquivalent() {
		LearnerId ann = deskEmployee("Ann");
		pass(ann, M1);
		pass(ann, M2);
		this.curricula.publish(NEW);
		this.duties
			.decide(new Equivalence("m1-is-m3", new PassModule(M1), new PassModule(M3), new Equivalence.Effect.Grants(),
					TestClock.TODAY.minusYears(1), null, "carla", "opvolger", TestClock.START));
		Migration preview = this.migrations.preview(NEW.version());
		assertThat(preview.people().getFirst().fates()).containsEntry(Migration.Fate.EQUIVALENT,
				List.of(new PassModule(M3)));
		assertThat(preview.people().getFirst().after().state()).isEqualTo(DutyStanding.State.COMPLETE);
	}

	private void pass(LearnerId learner, LearningModuleId module) {
		this.duties.record(learner, new Finding.Achieved(new PassModule(module)), TestClock.TODAY, "carla", "test");
	}

	private LearnerId deskEmployee(String name) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("dorp"), null, TestClock.TODAY);
		return learner;
	}

}
