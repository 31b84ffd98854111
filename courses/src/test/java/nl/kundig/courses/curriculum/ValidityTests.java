package nl.kundig.courses.curriculum;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValidityTests {

	@Test
	void lastsThroughTheDayBefore() {
		assertThat(Validity.ofMonths(24).firstLastDay(day(2026, 11, 25))).isEqualTo(day(2028, 11, 24));
	}

	@Test
	void beatsDoNotDriftAfterAShortMonth() {
		Validity monthly = Validity.ofMonths(1);
		LocalDate anchor = day(2026, 1, 31);
		LocalDate first = monthly.firstLastDay(anchor);
		assertThat(first).isEqualTo(day(2026, 2, 27));
		assertThat(monthly.beat(anchor, first, 1)).isEqualTo(day(2026, 3, 30));
		assertThat(monthly.beat(anchor, first, 12)).isEqualTo(day(2027, 2, 27));
		assertThat(monthly.beat(anchor, first, 24)).isEqualTo(day(2028, 2, 28));
	}

	@Test
	void aLeapDayComesBackEveryFourYears() {
		Validity yearly = Validity.ofMonths(12);
		LocalDate anchor = day(2024, 2, 29);
		LocalDate first = yearly.firstLastDay(anchor);
		assertThat(first).isEqualTo(day(2025, 2, 27));
		assertThat(yearly.beat(anchor, first, 3)).isEqualTo(day(2028, 2, 28));
	}

	@Test
	void aFixedDayGivesTheMinimumFirst() {
		Validity yearEnd = fixed(Month.DECEMBER, 31);
		assertThat(yearEnd.firstLastDay(day(2026, 7, 1))).isEqualTo(day(2026, 12, 31));
		assertThat(yearEnd.firstLastDay(day(2026, 7, 2))).isEqualTo(day(2027, 12, 31));
		assertThat(yearEnd.beat(day(2026, 7, 2), day(2027, 12, 31), 5)).isEqualTo(day(2032, 12, 31));
	}

	@Test
	void aFixedLeapDayIsThe28thInOtherYears() {
		Validity leap = fixed(Month.FEBRUARY, 29);
		LocalDate first = leap.firstLastDay(day(2026, 8, 1));
		assertThat(first).isEqualTo(day(2027, 2, 28));
		assertThat(leap.beat(day(2026, 8, 1), first, 1)).isEqualTo(day(2028, 2, 29));
		assertThat(leap.beat(day(2026, 8, 1), first, 2)).isEqualTo(day(2029, 2, 28));
	}

	@Test
	void theWindowOpensAPeriodBeforeTheDayAfter() {
		assertThat(Validity.ofMonths(24).windowOpens(day(2028, 11, 24))).isEqualTo(day(2028, 8, 25));
	}

	private static Validity fixed(Month month, int day) {
		return new Validity(new ValidityBasis.FixedDay(month, day, Period.ofMonths(6)), Period.ofYears(1),
				Period.ofMonths(3), Period.ofMonths(1), EarlyWork.COUNTS, null, List.of());
	}

	private static LocalDate day(int year, int month, int day) {
		return LocalDate.of(year, month, day);
	}

}
