package nl.kundig.courses.duty;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import nl.kundig.courses.LargeCoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.RoleRefused;
import nl.kundig.courses.people.Unit;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A big municipality with years behind it; on MongoDB where the test store is that. */
@LargeCoursesTest
class PreparedViewsTests {

	/** -Dkundig.learners=15000 makes it as big as they get, and takes some minutes. */
	private static final int PEOPLE = Integer.getInteger("kundig.learners", 3_000);

	private static final CurriculumId DESK = new CurriculumId("signaleren-balie");

	private static final CurriculumId MANAGER = new CurriculumId("bewustwording-leidinggevende");

	private static final MunicipalityId STAD = new MunicipalityId("stad");

	private static final UnitId SERVICE = new UnitId("dienstverlening");

	private static final UnitId BALIE = new UnitId("balie");

	private static final CurriculumRequirement M1 = new PassModule(new LearningModuleId("m1"));

	private static final CurriculumRequirement M2 = new PassModule(new LearningModuleId("m2"));

	private static final CurriculumRequirement ROR = new AttendTraining(new TrainingId("ror"));

	private static final List<CurriculumRequirement> ALL = List.of(M1, M2, ROR);

	private static final List<LearnerRole> ROLES = List.of(LearnerRole.DESK_EMPLOYEE, LearnerRole.DESK_EMPLOYEE,
			LearnerRole.MANAGER, LearnerRole.SOCIAL_DOMAIN);

	@Autowired
	private DutyService duties;

	@Autowired
	private DecisionService decisions;

	@Autowired
	private MigrationService migrations;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private PeopleService people;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private TestClock clock;

	private final Random random = new Random(20261125);

	@BeforeEach
	void publish() {
		this.quizzes.publish(Quizzes.of(new LearningModuleId("m1"), 2, 4));
		this.quizzes.publish(Quizzes.of(new LearningModuleId("m2"), 2, 4));
		this.curricula.publish(desk(TestClock.START, CurriculumPart.leaf(M1), CurriculumPart.leaf(M2)));
		this.curricula.publish(Curriculum.of(MANAGER, "Bewustwording", 1, LearnerRole.MANAGER,
				new Validity(new ValidityBasis.FixedDay(Month.DECEMBER, 31, Period.ofMonths(6)), Period.ofYears(1),
						Period.ofMonths(3), Period.ofMonths(1), EarlyWork.DOES_NOT_COUNT, null, List.of()),
				CurriculumPart.inOrder(CurriculumPart.leaf(M1), CurriculumPart.leaf(ROR)), TestClock.START));
		this.people.add(new Unit(SERVICE, "Dienstverlening", STAD, null));
		this.people.add(new Unit(BALIE, "Balie", STAD, SERVICE));
	}

	@Test
	void standingRebuiltFromFactsEqualsThePreparedViewsOfEverybody() {
		List<LearnerId> all = municipality();
		timed("the first recheck of " + PEOPLE + " learners",
				() -> assertThat(this.duties.recheck().skipped()).isEmpty());
		timed("a recheck that finds nothing", () -> assertThat(this.duties.recheck().isClean()).isTrue());
		timed("rebuilding their views", () -> assertThat(this.duties.rebuildViews()).isEmpty());
		this.clock.moveTo(TestClock.TODAY.plusDays(1), LocalTime.NOON);
		timed("a recheck on the next day", () -> assertThat(this.duties.recheck().isClean()).isTrue());
		for (int i = 0; i < PEOPLE / 10; i++) {
			live(all.get(this.random.nextInt(PEOPLE)));
			if (i % (PEOPLE / 30) == 0) {
				this.clock.moveTo(this.clock.instant().plus(Duration.ofDays(1 + this.random.nextInt(40))));
			}
		}
		decide();
		assertThat(this.duties.rebuildViews()).isEmpty();
		assertThat(all.subList(0, 500))
			.allSatisfy((learner) -> assertThat(this.duties.prepared(learner)).contains(this.duties.standing(learner)));
		assertThat(this.mongo.findAll(StandingView.class)).hasSize(PEOPLE);
		assertThat(this.duties.recheck().isClean()).isTrue();
	}

	/** Decisions for everybody, each of which prepares the views anew. */
	private void decide() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), PeopleService.ZONE);
		timed("activating a rule",
				() -> this.duties.activate(Rule.first(new RuleId("balie"), "De balie ook",
						new Who.RoleHolders(LearnerRole.SOCIAL_DOMAIN, STAD, SERVICE), DESK, Period.ofMonths(2),
						DueFrom.RULE_ACTIVATED, today, "carla", this.clock.instant())));
		assertThat(this.duties.rebuildViews()).isEmpty();
		timed("moving a unit", () -> this.people.add(new Unit(BALIE, "Balie", STAD, null)));
		assertThat(this.duties.rebuildViews()).isEmpty();
		timed("accepting an equivalence", () -> this.duties.decide(new Equivalence("e1", ROR, M2,
				new Equivalence.Effect.Grants(), today.minusYears(1), null, "carla", "gelijk", this.clock.instant())));
		assertThat(this.duties.rebuildViews()).isEmpty();
		Extension extension = new Extension.ByPeriod(Period.ofMonths(2));
		String seen = this.decisions.preview(DESK, STAD, extension).fingerprint();
		timed("deciding on an extension",
				() -> this.decisions.activate(DESK, STAD, extension, "crisis", "carla", seen));
		assertThat(this.duties.rebuildViews()).isEmpty();
		Curriculum next = desk(this.clock.instant(), CurriculumPart.leaf(M1), CurriculumPart.leaf(ROR));
		this.curricula.publish(next);
		Migration migration = this.migrations.preview(next.version());
		assertThat(migration.people()).hasSizeGreaterThan(PEOPLE / 3);
		timed("moving " + migration.people().size() + " learners to another version",
				() -> this.migrations.activate(next.version(), migration.fingerprint(), "carla"));
		assertThat(migration.people().subList(0, 100)).allSatisfy((person) -> assertThat(
				this.duties.prepared(person.learner()).orElseThrow().duty(DESK).orElseThrow().version())
			.isEqualTo(next.version()));
	}

	private List<LearnerId> municipality() {
		List<Learner> learners = IntStream.range(0, PEOPLE).mapToObj(this::learner).toList();
		List<Fact> facts = new ArrayList<>();
		learners.forEach((learner) -> facts.addAll(facts(learner)));
		this.mongo.insert(learners, Learner.class);
		this.mongo.insert(facts, Fact.class);
		return learners.stream().map(Learner::id).toList();
	}

	private Learner learner(int number) {
		List<RoleHeld> roles = new ArrayList<>();
		List<LearnerRole> left = new ArrayList<>(ROLES.subList(1, ROLES.size()));
		for (int i = this.random.nextInt(3); i > 0; i--) {
			LocalDate from = TestClock.TODAY.minusDays(this.random.nextInt(2500));
			LocalDate until = (this.random.nextInt(4) == 0) ? from.plusDays(this.random.nextInt(1500)) : null;
			roles.add(new RoleHeld(left.remove(this.random.nextInt(left.size())), STAD, null,
					pick(List.of(SERVICE, BALIE)), from, until, "import", "carla", TestClock.START, List.of()));
		}
		return new Learner(new LearnerId(String.format("p%05d", number)), "P", roles);
	}

	private List<Fact> facts(Learner learner) {
		List<Fact> facts = new ArrayList<>();
		for (int i = this.random.nextInt(9); i > 0; i--) {
			CurriculumRequirement requirement = pick(ALL);
			facts.add(Fact.achieved(learner.id(), requirement, "before" + i,
					TestClock.TODAY.minusDays(this.random.nextInt(1200)), TestClock.START));
		}
		return facts;
	}

	/** Something happens to somebody. */
	private void live(LearnerId learner) {
		Instant now = this.clock.instant();
		LocalDate day = LocalDate.ofInstant(now, PeopleService.ZONE).minusDays(this.random.nextInt(60));
		String source = "live " + this.random.nextLong();
		Learner known = this.people.learner(learner).orElseThrow();
		switch (this.random.nextInt(8)) {
			case 0 -> takeRole(known, day);
			case 1 -> leaveRole(known, day);
			case 2 ->
				record(learner, new Finding.Exempted(pick(ALL), day.plusDays(90), "kan het", "diploma"), day, source);
			case 3 -> record(learner, new Finding.NotApplicable(pick(ALL), null, "past niet"), day, source);
			case 4 -> record(learner, new Finding.Extended(DESK, new Extension.ByPeriod(Period.ofDays(30)), "ziek"),
					day, source);
			case 5 -> this.duties.history(learner)
				.orElseThrow()
				.facts()
				.stream()
				.findAny()
				.ifPresent((fact) -> record(learner, new Finding.Revoked(fact.id(), "vergissing"), day, source));
			default -> record(learner, new Finding.Achieved(pick(ALL)), day, source);
		}
	}

	private void takeRole(Learner learner, LocalDate day) {
		try {
			this.people.takeRole(learner.id(), pick(ROLES), STAD, null, day);
		}
		catch (RoleRefused ex) {
			assertThat(ex.reason()).isEqualTo(RoleRefused.Reason.OVERLAPS);
		}
	}

	private void leaveRole(Learner learner, LocalDate day) {
		learner.rolesOn(day)
			.stream()
			.findFirst()
			.ifPresent((role) -> this.people.leaveRole(learner.id(), role, day, "import", "carla"));
	}

	private void record(LearnerId learner, Finding finding, LocalDate day, String source) {
		this.duties.record(learner, finding, day, "carla", source);
	}

	private static Curriculum desk(Instant publishedAt, CurriculumPart... parts) {
		return Curriculum.of(
				DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, new Validity(new ValidityBasis.FromPreviousExpiry(),
						Period.ofYears(1), Period.ofMonths(3), Period.ofMonths(1), EarlyWork.COUNTS, null, List.of()),
				CurriculumPart.all(parts), publishedAt);
	}

	private <T> T pick(List<T> things) {
		return things.get(this.random.nextInt(things.size()));
	}

	private static void timed(String what, Runnable work) {
		long cpu = cpu();
		long start = System.nanoTime();
		work.run();
		System.out.printf("%s: %.2f s, %.2f CPU s%n", what, (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

}
