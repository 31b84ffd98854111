package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The standing on 31 December, asked on that day and in March. */
@CoursesTest
class AsOfTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final CurriculumRequirement PASS = new PassModule(M1);

	private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

	private static final LocalDate MARCH = LocalDate.of(2027, 3, 15);

	@Autowired
	private DutyService duties;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private PeopleService people;

	@Autowired
	private TestClock clock;

	private LearnerId ann;

	@BeforeEach
	void publish() {
		this.quizzes.publish(Quizzes.of(M1, 2, 4));
		this.curricula.publish(Curricula.requiring(M1));
		this.ann = this.people.register("Ann");
		this.people.takeRole(this.ann, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("dorp"), null, TestClock.TODAY);
	}

	@Test
	void theStandingOn31DecemberIsTheSameInMarchWhenNothingWasRecordedWithAnEarlierDay() {
		this.clock.moveTo(NEW_YEARS_EVE, LocalTime.of(23, 59));
		Standing then = this.duties.standing(this.ann);
		Instant known = this.clock.instant();
		this.clock.moveTo(MARCH, LocalTime.NOON);
		achieve(MARCH.minusDays(20));
		this.duties.record(this.ann, new Finding.Exempted(PASS, null, "kan het", "diploma"), LocalDate.of(2027, 1, 1),
				"carla", "diploma");
		this.people.leaveRole(this.ann, role(), MARCH, "import", "carla");
		assertThat(this.duties.standing(this.ann, NEW_YEARS_EVE)).isEqualTo(then);
		AsOfDifferences none = this.duties.asOfDifferences(this.ann, NEW_YEARS_EVE, known);
		assertThat(none.isEmpty()).isTrue();
		assertThat(none.facts()).isEmpty();
		assertThat(none.roles()).isEmpty();
		assertThat(this.duties.standing(this.ann).duties()).singleElement()
			.satisfies((duty) -> assertThat(duty.reasons().getFirst().until()).isEqualTo(MARCH));
	}

	@Test
	void anEndThatWasPlannedByThatDayShowsAndOneThatWasNotDoesNot() {
		this.clock.moveTo(NEW_YEARS_EVE, LocalTime.NOON);
		this.people.leaveRole(this.ann, role(), MARCH, "import", "carla");
		Standing then = this.duties.standing(this.ann);
		assertThat(until(then)).isEqualTo(MARCH);
		this.clock.moveTo(MARCH, LocalTime.NOON);
		this.people.leaveRole(this.ann, role(), NEW_YEARS_EVE, "import", "carla");
		assertThat(this.duties.standing(this.ann, NEW_YEARS_EVE)).isEqualTo(then);
		assertThat(until(this.duties.standing(this.ann, NEW_YEARS_EVE.plusDays(1)))).isEqualTo(NEW_YEARS_EVE);
	}

	@Test
	void whoSeemedToHaveLeftBeforeAndHadNotHeldTheRoleOnThatDay() {
		this.clock.moveTo(NEW_YEARS_EVE, LocalTime.NOON);
		this.people.leaveRole(this.ann, role(), NEW_YEARS_EVE.minusDays(9), "import", "carla");
		this.clock.moveTo(MARCH, LocalTime.NOON);
		this.people.leaveRole(this.ann, role(), MARCH, "import", "carla");
		assertThat(until(this.duties.standing(this.ann, NEW_YEARS_EVE))).isEqualTo(MARCH);
	}

	@Test
	void aRuleThatIsWithdrawnLaterAndACurriculumThatIsPublishedLaterChangeNothingOf31December() {
		RuleId id = new RuleId("balie");
		Rule rule = Rule.first(id, "De balie", new Who.RoleHolders(LearnerRole.DESK_EMPLOYEE, null, null),
				Curricula.DESK, Period.ofMonths(2), DueFrom.RULE_ACTIVATED, TestClock.TODAY, "carla", TestClock.START);
		this.duties.activate(rule);
		this.clock.moveTo(NEW_YEARS_EVE, LocalTime.NOON);
		Standing then = this.duties.standing(this.ann);
		this.clock.moveTo(MARCH, LocalTime.NOON);
		this.duties.activate(rule.withdraw(MARCH, "carla", this.clock.instant()));
		this.curricula.publish(Curricula.requiring(this.clock.instant(), M1));
		assertThat(this.duties.standing(this.ann, NEW_YEARS_EVE)).isEqualTo(then);
		assertThat(this.duties.standing(this.ann)).isNotEqualTo(this.duties.standing(this.ann, MARCH.minusDays(1)));
	}

	private static @Nullable LocalDate until(Standing standing) {
		return standing.duties().getFirst().reasons().getFirst().until();
	}

	@Test
	void whatWasRecordedLaterWithAnEarlierDayIsListedWithTheDifferenceItMakes() {
		this.clock.moveTo(NEW_YEARS_EVE, LocalTime.of(23, 59));
		Standing then = this.duties.standing(this.ann);
		Instant known = this.clock.instant();
		this.clock.moveTo(MARCH, LocalTime.NOON);
		Fact late = achieve(LocalDate.of(2026, 12, 20));
		achieve(MARCH.minusDays(3));
		AsOfDifferences differences = this.duties.asOfDifferences(this.ann, NEW_YEARS_EVE, known);
		assertThat(differences.facts()).containsExactly(late);
		assertThat(differences.duties()).singleElement().satisfies((duty) -> {
			assertThat(duty.then()).isEqualTo(then.duties().getFirst());
			assertThat(duty.now()).isEqualTo(this.duties.standing(this.ann, NEW_YEARS_EVE).duties().getFirst());
			assertThat(List.of(duty.then().state(), duty.now().state())).containsExactly(DutyStanding.State.NOT_STARTED,
					DutyStanding.State.COMPLETE);
		});
	}

	@Test
	void aRoleThatWasLeftBeforeAndTheOfficeHeardOfLaterIsListed() {
		this.clock.moveTo(NEW_YEARS_EVE, LocalTime.of(23, 59));
		Instant known = this.clock.instant();
		this.clock.moveTo(MARCH, LocalTime.NOON);
		this.people.leaveRole(this.ann, role(), LocalDate.of(2026, 12, 1), "import", "carla");
		AsOfDifferences differences = this.duties.asOfDifferences(this.ann, NEW_YEARS_EVE, known);
		assertThat(differences.roles()).singleElement()
			.satisfies((role) -> assertThat(role.until()).isEqualTo(LocalDate.of(2026, 12, 1)));
		assertThat(differences.duties()).singleElement()
			.satisfies((duty) -> assertThat(duty.now().state()).isEqualTo(DutyStanding.State.ENDED));
	}

	@Test
	void ofSomebodyUnknownNothingDiffers() {
		assertThat(this.duties.asOfDifferences(new LearnerId("nobody"), NEW_YEARS_EVE, TestClock.START).isEmpty())
			.isTrue();
	}

	private Fact achieve(LocalDate day) {
		return this.duties.record(this.ann, new Finding.Achieved(PASS), day, "carla", "on " + day);
	}

	private RoleHeld role() {
		return this.people.learner(this.ann).map(Learner::roles).orElseThrow().getFirst();
	}

}
