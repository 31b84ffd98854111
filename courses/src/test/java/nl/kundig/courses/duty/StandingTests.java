package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.HoldCertificate;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.duty.DutyStanding.State;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Places;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.Test;

import static nl.kundig.courses.duty.Lives.M1;
import static nl.kundig.courses.duty.Lives.M2;
import static nl.kundig.courses.duty.Lives.day;
import static org.assertj.core.api.Assertions.assertThat;

class StandingTests {

	private static final Validity YEARLY = Lives.yearly(new ValidityBasis.FromPreviousExpiry());

	private static final CurriculumRequirement ROR = new CurriculumRequirement.AttendTraining(new TrainingId("ror"));

	@Test
	void goesFromNotStartedToOverdue() {
		Lives ann = ann();
		assertThat(ann.on("2026-01-01").state()).isEqualTo(State.NOT_STARTED);
		assertThat(ann.on("2026-02-28").state()).isEqualTo(State.NOT_STARTED);
		assertThat(ann.on("2026-03-01").state()).isEqualTo(State.DUE_SOON);
		assertThat(ann.on("2026-04-01").state()).isEqualTo(State.DUE_SOON);
		assertThat(ann.on("2026-04-02").state()).isEqualTo(State.OVERDUE);
		ann.passes(M1, "2026-01-20");
		assertThat(ann.on("2026-01-20").state()).isEqualTo(State.BUSY);
		assertThat(ann.on("2026-01-20").next()).isEqualTo(M2);
		ann.passes(M2, "2026-02-01");
		assertThat(ann.on("2026-02-01").state()).isEqualTo(State.COMPLETE);
		assertThat(ann.on("2026-02-01").next()).isNull();
	}

	@Test
	void aDutyBeginsWithTheRole() {
		Lives ann = ann();
		assertThat(Standing.of(ann.history(), ann.policy(), day("2025-12-31")).duties()).isEmpty();
	}

	@Test
	void twoReasonsAreOneDutyAndTheStrictestWins() {
		Lives ann = two();
		DutyStanding both = ann.on("2026-02-15");
		assertThat(both.reasons()).extracting(Reason::ruleId)
			.containsExactly(new RuleId("manager"), new RuleId("desk"));
		assertThat(both.reasons()).extracting(Reason::dueOn).containsExactly(day("2026-03-01"), day("2026-04-01"));
		assertThat(both.dueOn()).isEqualTo(day("2026-03-01"));
		assertThat(both.nextDate()).isNotNull()
			.satisfies((next) -> assertThat(next.steps()).containsExactly(
					new DateStep(DateStep.Kind.ROLE_TAKEN, day("2026-02-01"), null, ""),
					new DateStep(DateStep.Kind.WITHIN, day("2026-03-01"), Period.ofMonths(1), "manager|1")));
	}

	@Test
	void theDutyEndsWithTheLastReasonInEitherOrder() {
		Lives managerFirst = two();
		assertThat(managerFirst.on("2026-03-16").dueOn()).isEqualTo(day("2026-04-01"));
		assertThat(managerFirst.on("2026-03-16").state()).isEqualTo(State.DUE_SOON);
		assertThat(managerFirst.on("2026-06-01").state()).isEqualTo(State.ENDED);
		assertThat(managerFirst.on("2026-06-01").dueOn()).isNull();
		Lives deskFirst = new Lives(YEARLY, Lives.BOTH).role(LearnerRole.DESK_EMPLOYEE, "2026-01-01", "2026-02-15")
			.role(LearnerRole.MANAGER, "2026-02-01", "2026-05-31")
			.rule("desk", LearnerRole.DESK_EMPLOYEE, Period.ofMonths(3), DueFrom.ROLE_TAKEN)
			.rule("manager", LearnerRole.MANAGER, Period.ofMonths(1), DueFrom.ROLE_TAKEN);
		assertThat(deskFirst.on("2026-02-16").reasons().stream().filter((it) -> it.holdsOn(day("2026-02-16"))))
			.extracting(Reason::ruleId)
			.containsExactly(new RuleId("manager"));
		assertThat(deskFirst.on("2026-06-01").state()).isEqualTo(State.ENDED);
	}

	@Test
	void aMunicipalitysOwnCurriculumTakesThePlaceOfTheOneItWasMadeFrom() {
		CurriculumId own = Lives.DESK.of(Lives.DORP);
		Lives ann = ann().rule(Rule.first(new RuleId("own"), "Onze eigen leerlijn.",
				new Who.RoleHolders(LearnerRole.DESK_EMPLOYEE, Lives.DORP, null), own, Period.ofMonths(3),
				DueFrom.ROLE_TAKEN, day("2026-02-01"), "carla", Instant.EPOCH));
		Curriculum made = Curriculum.of(own, "Balie in Dorp", 2, LearnerRole.DESK_EMPLOYEE, 12, List.of(M1), List.of(),
				Instant.EPOCH);
		Policy policy = new Policy(ann.policy().rules(), List.of(ann.curriculum(), made), List.of(), Places.NONE);
		assertThat(Standing.of(ann.history(), policy, day("2026-01-31")).duty(own)).isEmpty();
		assertThat(Standing.of(ann.history(), policy, day("2026-01-31")).duty(Lives.DESK).orElseThrow().state())
			.isNotEqualTo(State.ENDED);
		Standing later = Standing.of(ann.history(), policy, day("2026-02-01"));
		assertThat(later.duty(Lives.DESK).orElseThrow().state()).isEqualTo(State.ENDED);
		assertThat(later.duty(own).orElseThrow().dueOn()).isEqualTo(day("2026-04-01"));
	}

	@Test
	void aNewVersionOfARuleDoesNotStartTheClockAgain() {
		Rule first = Rule.first(new RuleId("r"), "Eerst", new Who.RoleHolders(LearnerRole.MANAGER, null, null),
				Lives.DESK, Period.ofMonths(3), DueFrom.RULE_ACTIVATED, day("2026-01-01"), "carla", Instant.EPOCH);
		Rule second = first.next("Daarna", first.who(), Period.ofMonths(2), first.dueFrom(), day("2026-02-01"), "carla",
				Instant.EPOCH);
		Lives ann = new Lives(YEARLY, Lives.BOTH).role(LearnerRole.MANAGER, "2025-06-01", "")
			.rule(first)
			.rule(second)
			.rule(second.withdraw(day("2026-05-01"), "carla", Instant.EPOCH));
		assertThat(ann.on("2026-01-31").dueOn()).isEqualTo(day("2026-04-01"));
		assertThat(ann.on("2026-02-01").dueOn()).isEqualTo(day("2026-03-01"));
		assertThat(ann.on("2026-02-01").reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.rule()).isEqualTo("r|2");
			assertThat(reason.since()).isEqualTo(day("2026-01-01"));
			assertThat(reason.until()).isEqualTo(day("2026-04-30"));
		});
		assertThat(ann.on("2026-05-01").state()).isEqualTo(State.ENDED);
	}

	@Test
	void anExtensionMovesTheFirstDueDate() {
		Lives ann = ann().finds(new Finding.Extended(Lives.DESK, new Extension.ByPeriod(Period.ofDays(10)), "ziek"),
				"2026-02-01");
		assertThat(ann.on("2026-01-31").dueOn()).isEqualTo(day("2026-04-01"));
		assertThat(ann.on("2026-02-01").dueOn()).isEqualTo(day("2026-04-11"));
		assertThat(ann.on("2026-04-11").state()).isEqualTo(State.DUE_SOON);
	}

	@Test
	void exemptIsNotNotApplicableIsNotDone() {
		HoldCertificate all = new HoldCertificate(Lives.DESK);
		Lives exempt = ann().finds(new Finding.Exempted(all, day("2026-06-30"), "kan het al", "diploma"), "2026-01-05");
		assertThat(exempt.on("2026-01-04").state()).isEqualTo(State.NOT_STARTED);
		assertThat(exempt.on("2026-06-30").state()).isEqualTo(State.EXEMPT);
		assertThat(exempt.on("2026-06-30").nextDate()).extracting(ExplainedDate::day).isEqualTo(day("2026-06-30"));
		assertThat(exempt.on("2026-07-01").state()).isEqualTo(State.OVERDUE);
		assertThat(exempt.on("2026-06-30").cycles()).isEmpty();
		Lives off = ann().finds(new Finding.NotApplicable(all, null, "geen publiek"), "2026-01-05");
		assertThat(off.on("2026-01-05").state()).isEqualTo(State.NOT_APPLICABLE);
	}

	@Test
	void anExemptPartLetsTheRestComplete() {
		Lives ann = ann().finds(new Finding.Exempted(M1, null, "kan het al", "diploma"), "2026-01-05")
			.passes(M2, "2026-01-10");
		DutyStanding done = ann.on("2026-01-10");
		assertThat(done.state()).isEqualTo(State.COMPLETE);
		assertThat(done.leaves()).extracting(LeafStanding::state)
			.containsExactly(LeafStanding.State.EXEMPT, LeafStanding.State.MET);
		assertThat(done.leaves()).extracting(LeafStanding::fact).containsExactly("f0", "f1");
	}

	@Test
	void whatIsExemptThroughoutIsExemptAndGetsNoCertificate() {
		Lives ann = ann().finds(new Finding.Exempted(M1, null, "kan het al", "diploma"), "2026-01-05")
			.finds(new Finding.NotApplicable(M2, null, "past niet"), "2026-01-05");
		assertThat(ann.on("2026-01-05").state()).isEqualTo(State.EXEMPT);
		assertThat(ann.on("2026-01-05").cycles()).isEmpty();
	}

	@Test
	void someOfASetIsEnoughAndLessWhenPartsDoNotApply() {
		CurriculumPart two = CurriculumPart.atLeast(2, CurriculumPart.leaf(M1), CurriculumPart.leaf(M2),
				CurriculumPart.leaf(ROR));
		Lives ann = new Lives(YEARLY, CurriculumPart.all(two)).deskFrom("2026-01-01").passes(ROR, "2026-01-05");
		assertThat(ann.on("2026-01-06").state()).isEqualTo(State.BUSY);
		assertThat(ann.passes(M2, "2026-01-07").on("2026-01-07").state()).isEqualTo(State.COMPLETE);
		Lives bob = new Lives(YEARLY, CurriculumPart.all(two)).deskFrom("2026-01-01")
			.passes(ROR, "2026-01-05")
			.finds(new Finding.NotApplicable(M1, null, "past niet"), "2026-01-05")
			.finds(new Finding.NotApplicable(M2, null, "past niet"), "2026-01-06");
		assertThat(bob.on("2026-01-05").state()).isEqualTo(State.BUSY);
		assertThat(bob.on("2026-01-06").state()).isEqualTo(State.COMPLETE);
	}

	@Test
	void inOrderAPartCountsFromTheDayOfTheOneBefore() {
		CurriculumPart order = CurriculumPart.inOrder(CurriculumPart.leaf(M1), CurriculumPart.leaf(M2));
		Lives ann = new Lives(YEARLY, order).deskFrom("2026-01-01").passes(M2, "2026-01-05").passes(M1, "2026-01-09");
		assertThat(ann.on("2026-01-05").leaves()).extracting(LeafStanding::state)
			.containsExactly(LeafStanding.State.OPEN, LeafStanding.State.WAITING);
		assertThat(ann.on("2026-01-09").next()).isEqualTo(M2);
		assertThat(ann.passes(M2, "2026-01-10").on("2026-01-10").state()).isEqualTo(State.COMPLETE);
	}

	@Test
	void aLeafForAnotherRoleIsNotAsked() {
		CurriculumPart root = CurriculumPart.all(CurriculumPart.leaf(M1), CurriculumPart.leaf(M2, LearnerRole.MANAGER));
		Lives ann = new Lives(YEARLY, root).deskFrom("2026-01-01").passes(M1, "2026-01-05");
		assertThat(ann.on("2026-01-05").state()).isEqualTo(State.COMPLETE);
	}

	@Test
	void whatWasThereWhenTheDutyCameRunsFromItsDay() {
		Lives ann = ann().passes(M1, "2025-02-01").passes(M2, "2025-11-15");
		assertThat(ann.on("2026-01-01").latest()).map(Cycle::completedOn).contains(day("2025-11-15"));
		Lives stale = ann().passes(M1, "2024-12-31").passes(M2, "2025-11-15");
		assertThat(stale.on("2026-01-01").cycles()).isEmpty();
	}

	@Test
	void aRevokedFactCountsNoLongerAndTheLastWordCounts() {
		Lives ann = ann().passes(M1, "2026-01-05")
			.passes(M2, "2026-01-05")
			.finds(new Finding.Revoked("f0", "ander mens"), "2026-01-20");
		assertThat(ann.on("2026-01-19").state()).isEqualTo(State.COMPLETE);
		assertThat(ann.on("2026-01-20").state()).isEqualTo(State.BUSY);
		ann.knows(new Finding.Revoked("f2", "toch goed"), "2026-01-25", Instant.ofEpochSecond(9));
		assertThat(ann.on("2026-01-25").state()).isEqualTo(State.COMPLETE);
	}

	@Test
	void anEquivalenceCountsInItsTimeAndSaysSo() {
		Lives ann = ann().passes(ROR, "2026-01-05").passes(M2, "2026-01-06");
		Equivalence grants = equivalence(new Equivalence.Effect.Grants(), day("2026-01-01"));
		DutyStanding done = standing(ann, List.of(grants), "2026-01-06");
		assertThat(done.state()).isEqualTo(State.COMPLETE);
		assertThat(done.leaves().getFirst().equivalence()).isEqualTo("ror-is-m1");
		assertThat(standing(ann, List.of(equivalence(new Equivalence.Effect.Grants(), day("2026-01-06"))), "2026-01-06")
			.state()).isEqualTo(State.BUSY);
		assertThat(standing(ann, List.of(equivalence(new Equivalence.Effect.Renews(), day("2026-01-01"))), "2026-01-06")
			.state()).isEqualTo(State.BUSY);
	}

	@Test
	void hoursAddUpToWhatTheRequirementTakes() {
		CurriculumPart root = new CurriculumPart.Leaf(M1, 120, Set.of());
		Equivalence hour = equivalence(new Equivalence.Effect.CountsHours(1), day("2026-01-01"));
		Lives ann = new Lives(YEARLY, CurriculumPart.all(root)).deskFrom("2026-01-01").passes(ROR, "2026-01-05");
		assertThat(standing(ann, List.of(hour), "2026-01-05").cycles()).isEmpty();
		ann.passes(ROR, "2026-01-09");
		assertThat(standing(ann, List.of(hour), "2026-01-09").state()).isEqualTo(State.COMPLETE);
	}

	@Test
	void aPinnedVersionStaysUntilThePinMoves() {
		Lives ann = ann().passes(M1, "2026-01-05");
		Curriculum less = Curriculum.of(Lives.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, YEARLY,
				CurriculumPart.all(CurriculumPart.leaf(M1)), Instant.ofEpochSecond(60));
		Policy policy = ann.policy().withCurriculum(less);
		Pin old = new Pin(ann.curriculum().version(), day("2026-01-01"), "rule", Instant.EPOCH);
		History pinned = new History(ann.history().learner(), ann.history().facts(), Map.of(Lives.DESK, List.of(old)));
		assertThat(Standing.of(pinned, policy, day("2026-02-01")).duty(Lives.DESK).orElseThrow().state())
			.isEqualTo(State.BUSY);
		History moved = new History(pinned.learner(), pinned.facts(),
				Map.of(Lives.DESK, List.of(old, new Pin(less.version(), day("2026-01-20"), "carla", Instant.EPOCH))));
		DutyStanding after = Standing.of(moved, policy, day("2026-02-01")).duty(Lives.DESK).orElseThrow();
		assertThat(after.latest()).map(Cycle::completedOn).contains(day("2026-01-20"));
		assertThat(Standing.of(moved, policy, day("2026-01-19")).duty(Lives.DESK).orElseThrow().cycles()).isEmpty();
	}

	@Test
	void theStandingOfADayIsTheSameLaterUnlessSomethingWasRecordedForBefore() {
		LocalDate newYearsEve = day("2025-12-31");
		Instant then = Instant.parse("2025-12-31T20:00:00Z");
		Lives ann = new Lives(YEARLY, Lives.BOTH).deskFrom("2025-12-01")
			.knows(new Finding.Achieved(M1), "2025-12-10", Instant.parse("2025-12-10T10:00:00Z"));
		Standing onTheDay = Standing.of(ann.history(), ann.policy(), newYearsEve);
		ann.knows(new Finding.Achieved(M2), "2026-02-01", Instant.parse("2026-02-01T10:00:00Z"));
		assertThat(Standing.of(ann.history(), ann.policy(), newYearsEve)).isEqualTo(onTheDay);
		ann.knows(new Finding.Achieved(M2), "2025-12-20", Instant.parse("2026-03-01T10:00:00Z"));
		assertThat(Standing.of(ann.history(), ann.policy(), newYearsEve)).isNotEqualTo(onTheDay);
		assertThat(Standing.of(ann.history().knownAt(then), ann.policy(), newYearsEve)).isEqualTo(onTheDay);
	}

	private static Lives ann() {
		return new Lives(YEARLY, Lives.BOTH).deskFrom("2026-01-01");
	}

	private static Lives two() {
		return new Lives(YEARLY, Lives.BOTH).role(LearnerRole.DESK_EMPLOYEE, "2026-01-01", "2026-05-31")
			.role(LearnerRole.MANAGER, "2026-02-01", "2026-03-15")
			.rule("desk", LearnerRole.DESK_EMPLOYEE, Period.ofMonths(3), DueFrom.ROLE_TAKEN)
			.rule("manager", LearnerRole.MANAGER, Period.ofMonths(1), DueFrom.ROLE_TAKEN);
	}

	private static Equivalence equivalence(Equivalence.Effect effect, LocalDate from) {
		return new Equivalence("ror-is-m1", ROR, M1, effect, from, null, "carla", "gelijk", Instant.EPOCH);
	}

	private static DutyStanding standing(Lives ann, List<Equivalence> equivalences, String day) {
		Policy policy = new Policy(ann.policy().rules(), List.of(ann.curriculum()), equivalences, Places.NONE);
		return Standing.of(ann.history(), policy, day(day)).duty(Lives.DESK).orElseThrow();
	}

}
