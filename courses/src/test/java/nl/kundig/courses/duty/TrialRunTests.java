package nl.kundig.courses.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.Test;

import static nl.kundig.courses.duty.Lives.M1;
import static nl.kundig.courses.duty.Lives.M2;
import static nl.kundig.courses.duty.Lives.day;
import static org.assertj.core.api.Assertions.assertThat;

class TrialRunTests {

	private static final Validity YEARLY = Lives.yearly(new ValidityBasis.FromPreviousExpiry());

	private static final CurriculumRequirement ROR = new CurriculumRequirement.AttendTraining(new TrainingId("ror"));

	private static final LocalDate TODAY = day("2026-06-01");

	@Test
	void aRuleForMoreRolesShowsWhoGetsWhat() {
		Lives ann = desk().role(LearnerRole.MANAGER, "2026-01-01", "");
		Lives bob = new Lives(YEARLY, Lives.BOTH).role(LearnerRole.MANAGER, "2026-01-01", "");
		Rule managers = Rule.first(new RuleId("managers"), "Leidinggevenden ook",
				new Who.RoleHolders(LearnerRole.MANAGER, null, null), Lives.DESK, Period.ofMonths(2),
				DueFrom.RULE_ACTIVATED, TODAY, "carla", Instant.EPOCH);
		History other = new History(new Learner(new LearnerId("bob"), "Bob", bob.history().learner().roles()),
				List.of(), Map.of());
		TrialRun run = run(List.of(ann.history(), other), ann.policy(), new Draft.RuleDraft(managers));
		assertThat(run.gained()).containsExactly(new TrialRun.Change(new LearnerId("bob"), Lives.DESK, Lives.DORP,
				LearnerRole.MANAGER, null, null, TODAY.plusMonths(2)));
		assertThat(run.lost()).isEmpty();
		assertThat(run.minutesThen() - run.minutesNow()).isEqualTo(2 * 30);
	}

	@Test
	void withdrawingARuleShowsWhoLosesWhat() {
		Lives ann = desk();
		Rule gone = ann.policy().rules().getFirst().withdraw(TODAY, "carla", Instant.EPOCH);
		TrialRun run = run(List.of(ann.history()), ann.policy(), new Draft.RuleDraft(gone));
		assertThat(run.lost()).extracting(TrialRun.Change::learner).containsExactly(Lives.ANN);
		assertThat(run.minutesThen()).isZero();
	}

	@Test
	void anEarlierDateIsShown() {
		Lives ann = desk();
		Rule first = ann.policy().rules().getFirst();
		Rule sooner = first.next("Binnen een week", first.who(), Period.ofWeeks(1), first.dueFrom(), TODAY, "carla",
				Instant.EPOCH);
		TrialRun run = run(List.of(ann.history()), ann.policy(), new Draft.RuleDraft(sooner));
		assertThat(run.gained()).isEmpty();
		assertThat(run.moved()).singleElement()
			.satisfies((change) -> assertThat(change.after()).isBefore(change.before()));
	}

	@Test
	void aTrainingMoreShowsTheSeatsByMonth() {
		Lives overdue = desk();
		Lives done = desk().passesBoth(day("2025-12-10"));
		Curriculum more = draft(YEARLY, CurriculumPart.all(Lives.BOTH, CurriculumPart.leaf(ROR)));
		TrialRun run = run(List.of(pinned(overdue), pinned(done)), overdue.policy(), new Draft.CurriculumDraft(more));
		assertThat(run.seatsNow()).isEmpty();
		assertThat(run.seatsThen()).containsExactly(Map.entry(YearMonth.of(2026, 6), Map.of("ror", 1)),
				Map.entry(YearMonth.of(2026, 12), Map.of("ror", 1)),
				// Whoever is overdue and does it now must again when that certificate
				// ends.
				Map.entry(YearMonth.of(2027, 5), Map.of("ror", 1)));
	}

	@Test
	void aShortPeriodAsksForASeatMoreThanOnceAYear() {
		Lives ann = desk();
		Validity quarterly = new Validity(new ValidityBasis.FromPreviousExpiry(), Period.ofMonths(3),
				Period.ofMonths(1), Period.ZERO, EarlyWork.COUNTS, null, List.of());
		TrialRun run = run(List.of(pinned(ann)), ann.policy(),
				new Draft.CurriculumDraft(draft(quarterly, CurriculumPart.leaf(ROR))));
		assertThat(run.seatsThen().keySet()).containsExactly(YearMonth.of(2026, 6), YearMonth.of(2026, 8),
				YearMonth.of(2026, 11), YearMonth.of(2027, 2), YearMonth.of(2027, 5));
	}

	@Test
	void anotherRoleEndsOneDutyAndStartsNone() {
		Lives ann = desk();
		TrialRun run = run(List.of(ann.history()), ann.policy(),
				new Draft.RoleDraft(LearnerRole.DESK_EMPLOYEE, LearnerRole.SOCIAL_DOMAIN, Lives.DORP));
		assertThat(run.lost()).hasSize(1);
		assertThat(run.gained()).isEmpty();
	}

	@Test
	void theSameDraftHasTheSameFingerprintUntilAFactComes() {
		Lives ann = desk();
		Draft draft = new Draft.RuleDraft(ann.policy().rules().getFirst().withdraw(TODAY, "carla", Instant.EPOCH));
		TrialRun first = run(List.of(ann.history()), ann.policy(), draft);
		assertThat(run(List.of(ann.history()), ann.policy(), draft)).isEqualTo(first);
		ann.passes(M1, "2026-05-01");
		assertThat(run(List.of(ann.history()), ann.policy(), draft).fingerprint()).isNotEqualTo(first.fingerprint());
	}

	@Test
	void fifteenThousandLearnersAreLookedAtInOneGo() {
		Random random = new Random(42);
		Lives world = desk();
		List<History> histories = new ArrayList<>();
		for (int i = 0; i < 15_000; i++) {
			LearnerId id = new LearnerId("p" + i);
			LocalDate from = day("2018-01-01").plusDays(random.nextInt(3000));
			List<Fact> facts = new ArrayList<>();
			for (LocalDate done = from.plusDays(random.nextInt(90)); done
				.isBefore(TODAY); done = done.plusDays(300).plusDays(random.nextInt(120))) {
				for (CurriculumRequirement requirement : List.of(M1, M2, ROR)) {
					facts.add(Fact.achieved(id, requirement, "a" + facts.size(), done, Instant.EPOCH));
				}
			}
			histories.add(new History(
					new Learner(id, "P",
							List.of(RoleHeld.of(LearnerRole.DESK_EMPLOYEE, Lives.DORP, null, from, null,
									Instant.EPOCH))),
					facts,
					Map.of(Lives.DESK, List.of(new Pin(world.curriculum().version(), from, "", Instant.EPOCH)))));
		}
		Curriculum more = draft(Lives.yearly(new ValidityBasis.FromCompletion()),
				CurriculumPart.all(Lives.BOTH, CurriculumPart.leaf(ROR)));
		AtomicInteger progress = new AtomicInteger();
		long start = System.nanoTime();
		TrialRun run = TrialRun.of(histories, world.policy(), new Draft.CurriculumDraft(more), TODAY,
				(requirement, role) -> 30, (done) -> progress.incrementAndGet());
		System.out.println("a trial run over 15,000 learners took " + Duration.ofNanos(System.nanoTime() - start));
		assertThat(run.learners()).isEqualTo(15_000);
		assertThat(progress).hasValue(15_000);
		assertThat(run.seatsThen()).isNotEmpty();
	}

	private static TrialRun run(List<History> histories, Policy policy, Draft draft) {
		return TrialRun.of(histories, policy, draft, TODAY, (requirement, role) -> 30, (done) -> {
		});
	}

	private static Lives desk() {
		return new Lives(YEARLY, Lives.BOTH).deskFrom("2025-12-01");
	}

	private static History pinned(Lives life) {
		return new History(life.history().learner(), life.history().facts(), Map.of(Lives.DESK,
				List.of(new Pin(life.curriculum().version(), day("2025-12-01"), "", Instant.EPOCH))));
	}

	private static Curriculum draft(Validity validity, CurriculumPart root) {
		return Curriculum.of(Lives.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, validity, root, Instant.EPOCH);
	}

}
