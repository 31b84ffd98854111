package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;

import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.duty.DutyStanding.State;
import org.junit.jupiter.api.Test;

import static nl.kundig.courses.duty.Lives.M1;
import static nl.kundig.courses.duty.Lives.M2;
import static nl.kundig.courses.duty.Lives.day;
import static org.assertj.core.api.Assertions.assertThat;

class CycleTests {

	private static final ValidityBasis COMPLETION = new ValidityBasis.FromCompletion();

	private static final ValidityBasis EXPIRY = new ValidityBasis.FromPreviousExpiry();

	private static final ValidityBasis YEAR_END = new ValidityBasis.FixedDay(Month.DECEMBER, 31, Period.ofMonths(6));

	@Test
	void twentyCyclesFromCompletionRunFromEachCompletion() {
		Lives ann = desk(COMPLETION);
		LocalDate done = day("2010-03-31");
		ann.passesBoth(done);
		for (int i = 0; i < 20; i++) {
			// Early, on time and late in turn.
			done = done.plusYears(1).plusDays(List.of(-40, -1, 20).get(i % 3));
			ann.passesBoth(done);
			Cycle latest = ann.on(done).latest().orElseThrow();
			assertThat(latest.number()).isEqualTo(i + 2);
			assertThat(latest.from()).isEqualTo(done);
			assertThat(latest.lastDay()).isEqualTo(done.plusYears(1).minusDays(1));
		}
	}

	@Test
	void twentyCyclesFromThePreviousExpiryDoNotDrift() {
		Lives ann = desk(EXPIRY);
		LocalDate first = day("2012-02-29");
		ann.passesBoth(first);
		for (int i = 1; i <= 20; i++) {
			LocalDate end = first.plusYears(i).minusDays(1);
			ann.passesBoth(end.plusDays(List.of(-60, 0, 25).get(i % 3)));
		}
		List<Cycle> cycles = ann.on("2033-06-01").cycles();
		assertThat(cycles).extracting(Cycle::plannedLastDay)
			.isEqualTo(IntStream.rangeClosed(1, 21).mapToObj((i) -> first.plusYears(i).minusDays(1)).toList());
		assertThat(cycles).extracting(Cycle::kind).doesNotContain(Cycle.Kind.RETURN);
		for (int i = 1; i < cycles.size(); i++) {
			assertThat(cycles.get(i).from()).isEqualTo(cycles.get(i - 1).lastDay().plusDays(1));
		}
	}

	@Test
	void twentyCyclesOnAFixedDayEndOnThatDay() {
		Lives ann = desk(YEAR_END);
		ann.passesBoth(day("2010-08-01"));
		for (int year = 2011; year <= 2030; year++) {
			ann.passesBoth(LocalDate.of(year, 12, 31).plusDays(List.of(-80, 0, 31).get(year % 3)));
		}
		assertThat(ann.on("2031-06-01").cycles()).extracting(Cycle::lastDay)
			.isEqualTo(IntStream.rangeClosed(2011, 2031).mapToObj((year) -> LocalDate.of(year, 12, 31)).toList());
	}

	@Test
	void anExtensionLengthensOneCertificateAndLeavesTheRhythm() {
		Lives ann = desk(EXPIRY).passes(M1, "2025-01-10")
			.passes(M2, "2025-01-10")
			.finds(new Finding.Extended(Lives.DESK, new Extension.ByPeriod(Period.ofMonths(4)), "crisis"),
					"2026-01-05");
		assertThat(ann.on("2026-01-04").latest()).map(Cycle::lastDay).contains(day("2026-01-09"));
		assertThat(ann.on("2026-01-05").latest()).map(Cycle::lastDay).contains(day("2026-05-09"));
		ann.passesBoth(day("2026-05-01"));
		DutyStanding renewed = ann.on("2026-05-02");
		assertThat(renewed.latest()).map(Cycle::lastDay).contains(day("2027-01-09"));
		assertThat(renewed.latest()).map(Cycle::kind).contains(Cycle.Kind.RENEWAL);
	}

	@Test
	void aBlanketExtensionThroughADayNeverShortens() {
		Lives ann = desk(EXPIRY).passes(M1, "2025-01-10")
			.passes(M2, "2025-01-10")
			.finds(new Finding.Extended(Lives.DESK, new Extension.ThroughDay(day("2025-12-31")), "crisis"),
					"2025-06-01");
		assertThat(ann.on("2025-06-02").latest()).map(Cycle::lastDay).contains(day("2026-01-09"));
	}

	@Test
	void revokingAnExtensionTakesItBack() {
		Lives ann = desk(EXPIRY).passes(M1, "2025-01-10")
			.passes(M2, "2025-01-10")
			.finds(new Finding.Extended(Lives.DESK, new Extension.ByPeriod(Period.ofMonths(4)), "crisis"), "2025-12-01")
			.finds(new Finding.Revoked("f2", "toch niet"), "2025-12-20");
		assertThat(ann.on("2025-12-19").latest()).map(Cycle::lastDay).contains(day("2026-05-09"));
		assertThat(ann.on("2025-12-20").latest()).map(Cycle::lastDay).contains(day("2026-01-09"));
	}

	@Test
	void graceIsInTimeAndTheDayAfterStartsANewRhythm() {
		Lives late = desk(EXPIRY).passes(M1, "2025-01-10").passes(M2, "2025-01-10").passesBoth(day("2026-02-09"));
		assertThat(late.on("2026-02-08").state()).isEqualTo(State.OVERDUE);
		assertThat(late.on("2026-02-09").latest()).map(Cycle::lastDay).contains(day("2027-01-09"));
		Lives lapsed = desk(EXPIRY).passes(M1, "2025-01-10").passes(M2, "2025-01-10").passesBoth(day("2026-02-10"));
		assertThat(lapsed.on("2026-02-09").state()).isEqualTo(State.OVERDUE);
		DutyStanding back = lapsed.on("2026-02-10");
		assertThat(back.latest()).map(Cycle::kind).contains(Cycle.Kind.RETURN);
		assertThat(back.latest()).map(Cycle::lastDay).contains(day("2027-02-09"));
	}

	@Test
	void lapsesAfterTheGrace() {
		Lives ann = desk(EXPIRY).passes(M1, "2025-01-10").passes(M2, "2025-01-10");
		assertThat(ann.on("2025-10-09").state()).isEqualTo(State.COMPLETE);
		assertThat(ann.on("2025-10-10").state()).isEqualTo(State.DUE_SOON);
		assertThat(ann.on("2026-01-09").state()).isEqualTo(State.DUE_SOON);
		assertThat(ann.on("2026-01-10").state()).isEqualTo(State.OVERDUE);
		assertThat(ann.on("2026-02-10").state()).isEqualTo(State.LAPSED);
	}

	@Test
	void workBeforeTheWindowCountsWhenTheWindowOpensOrNotAtAllByRule() {
		Lives counts = desk(EXPIRY).passes(M1, "2025-01-10").passes(M2, "2025-01-10").passesBoth(day("2025-06-01"));
		assertThat(counts.on("2025-10-09").cycles()).hasSize(1);
		assertThat(counts.on("2025-10-10").latest()).map(Cycle::completedOn).contains(day("2025-10-10"));
		Validity strict = new Validity(EXPIRY, Period.ofYears(1), Period.ofMonths(3), Period.ofMonths(1),
				EarlyWork.DOES_NOT_COUNT, null, List.of());
		Lives not = new Lives(strict, Lives.BOTH).deskFrom("2025-01-01")
			.passes(M1, "2025-01-10")
			.passes(M2, "2025-01-10")
			.passesBoth(day("2025-06-01"));
		assertThat(not.on("2025-12-01").cycles()).hasSize(1);
		assertThat(not.on("2025-12-01").next()).isEqualTo(M1);
	}

	@Test
	void refreshersRotate() {
		Validity rotating = new Validity(EXPIRY, Period.ofYears(1), Period.ofMonths(3), Period.ofMonths(1),
				EarlyWork.COUNTS, null, List.of(CurriculumPart.leaf(M1), CurriculumPart.leaf(M2)));
		Lives ann = new Lives(rotating, Lives.BOTH).deskFrom("2025-01-01").passesBoth(day("2025-01-10"));
		assertThat(ann.on("2025-12-01").next()).isEqualTo(M1);
		ann.passes(M1, "2025-12-02");
		assertThat(ann.on("2026-12-01").next()).isEqualTo(M2);
		ann.passes(M2, "2026-12-02");
		assertThat(ann.on("2027-12-01").next()).isEqualTo(M1);
		assertThat(ann.on("2027-12-01").cycles()).hasSize(3);
	}

	@Test
	void whoLapsedTakesTheReturnPath() {
		Validity back = new Validity(EXPIRY, Period.ofYears(1), Period.ofMonths(3), Period.ofMonths(1),
				EarlyWork.COUNTS, CurriculumPart.leaf(M2), List.of(CurriculumPart.leaf(M1)));
		Lives ann = new Lives(back, Lives.BOTH).deskFrom("2025-01-01").passesBoth(day("2025-01-10"));
		assertThat(ann.on("2026-02-09").next()).isEqualTo(M1);
		assertThat(ann.on("2026-02-10").next()).isEqualTo(M2);
		ann.passes(M2, "2026-03-01");
		assertThat(ann.on("2026-03-01").latest()).map(Cycle::kind).contains(Cycle.Kind.RETURN);
	}

	@Test
	void theDatesOfACycleStayWhateverComesLater() {
		Lives ann = desk(EXPIRY).passesBoth(day("2025-01-10"));
		Cycle then = ann.on("2025-02-01").latest().orElseThrow();
		ann.passesBoth(day("2025-05-05")).passesBoth(day("2025-12-05"));
		assertThat(ann.on("2026-06-01").cycles().getFirst()).isEqualTo(then);
	}

	private static Lives desk(ValidityBasis basis) {
		return new Lives(Lives.yearly(basis), Lives.BOTH).deskFrom("2010-01-01");
	}

}
