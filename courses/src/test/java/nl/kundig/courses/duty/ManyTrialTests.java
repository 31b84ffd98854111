package nl.kundig.courses.duty;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.sun.management.OperatingSystemMXBean;
import nl.kundig.courses.LargeCoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A trial of a large municipality, from the store to the result; says how long it took.
 */
@LargeCoursesTest
class ManyTrialTests {

	private static final int MANY = 15_000;

	private static final int BATCH = 1_000;

	private static final List<LearningModuleId> MODULES = List.of(new LearningModuleId("m1"),
			new LearningModuleId("m2"));

	private static final CurriculumRequirement TRAINING = new AttendTraining(new TrainingId("gesprek"));

	@Autowired
	private TrialService trials;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private MongoTemplate mongo;

	/** The thread of the trials may hand its events to the record of an earlier test. */
	@BeforeEach
	void hearNothingOfSingleDocuments() {
		this.mongo.setEntityLifecycleEventsEnabled(false);
	}

	@AfterEach
	void hearOfSingleDocuments() {
		this.mongo.setEntityLifecycleEventsEnabled(true);
	}

	@Test
	void fifteenThousandLearnersFromTheStoreToTheResult() {
		MODULES.forEach((module) -> this.quizzes.publish(Quizzes.of(module, 2, 4)));
		Curriculum current = Curriculum.of(Curricula.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, 24,
				List.of(new PassModule(MODULES.getFirst()), new PassModule(MODULES.getLast())), List.of(),
				TestClock.START.minus(Duration.ofDays(2000)));
		this.curricula.publish(current);
		Random random = new Random(42);
		for (int from = 0; from < MANY; from += BATCH) {
			insert(from, current.version(), random);
		}
		Curriculum draft = Curriculum.of(Curricula.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, 12,
				List.of(new PassModule(MODULES.getFirst()), new PassModule(MODULES.getLast()), TRAINING), List.of(),
				TestClock.START);
		for (int turn = 1; turn <= 3; turn++) {
			long cpu = cpu();
			long start = System.nanoTime();
			SavedTrial trial = ended(this.trials.start(new Draft.CurriculumDraft(draft), null, "redactie"));
			System.out.printf("trial %d over %,d learners, from the store to the result: %.2f s, %.2f CPU s%n", turn,
					MANY, (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
			assertThat(trial.numbers()).isNotNull();
			assertThat(trial.numbers().learners()).isEqualTo(MANY);
			assertThat(trial.numbers().seats()).hasSizeGreaterThan(6);
		}
	}

	private SavedTrial ended(String id) {
		SavedTrial trial = this.trials.find(id).orElseThrow();
		while (trial.numbers() == null) {
			assertThat(this.trials.progress(trial).failed()).isFalse();
			Thread.onSpinWait();
			trial = this.trials.find(id).orElseThrow();
		}
		return trial;
	}

	private void insert(int first, String version, Random random) {
		List<Learner> learners = new ArrayList<>();
		List<Fact> facts = new ArrayList<>();
		List<Duty> duties = new ArrayList<>();
		for (int i = first; i < first + BATCH; i++) {
			LearnerId id = new LearnerId("p" + i);
			LocalDate from = TestClock.TODAY.minusDays(30 + random.nextInt(1500));
			learners.add(new Learner(id, "Iemand " + i, List.of(RoleHeld.of(LearnerRole.DESK_EMPLOYEE,
					new MunicipalityId("stad"), null, from, null, TestClock.START))));
			duties.add(Duty.of(id, Curricula.DESK, new Pin(version, from, "", TestClock.START)));
			for (LocalDate day = from.plusDays(random.nextInt(90)); day
				.isBefore(TestClock.TODAY); day = day.plusDays(500).plusDays(random.nextInt(250))) {
				for (LearningModuleId module : MODULES) {
					facts.add(Fact.achieved(id, new PassModule(module), "a" + facts.size(), day, TestClock.START));
				}
			}
		}
		this.mongo.insert(learners, Learner.class);
		this.mongo.insert(facts, Fact.class);
		this.mongo.insert(duties, Duty.class);
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

}
