package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.IntStream;

import nl.kundig.courses.people.PeopleService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Working days, and until when an offer holds. */
class OfferDeadlineTests {

	/** As they stand in the calendars of those years. */
	@ParameterizedTest
	@CsvSource({ "2026-01-01,true", "2026-04-03,true", "2026-04-05,true", "2026-04-06,true", "2026-04-27,true",
			"2026-05-05,true", "2026-05-14,true", "2026-05-24,true", "2026-05-25,true", "2026-12-25,true",
			"2026-12-26,true", "2025-04-26,true", "2025-04-27,false", "2026-04-07,false", "2026-12-24,false",
			"2026-12-31,false", "2027-03-29,true", "2027-05-06,true", "2027-05-17,true" })
	void knowsTheHolidaysOfTheLaw(LocalDate day, boolean holiday) {
		assertThat(WorkingDays.isHoliday(day)).isEqualTo(holiday);
	}

	/** Known Easter Sundays, the earliest and the latest possible among them. */
	@ParameterizedTest
	@CsvSource({ "1818-03-22", "1943-04-25", "2008-03-23", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05",
			"2027-03-28", "2030-04-21", "2038-04-25" })
	void findsEaster(LocalDate easter) {
		assertThat(WorkingDays.easter(easter.getYear())).isEqualTo(easter);
	}

	@Test
	void everyEasterIsASundayInItsBounds() {
		IntStream.rangeClosed(1900, 2200).mapToObj(WorkingDays::easter).forEach((easter) -> {
			assertThat(easter.getDayOfWeek()).hasToString("SUNDAY");
			assertThat(easter).isBetween(LocalDate.of(easter.getYear(), 3, 22), LocalDate.of(easter.getYear(), 4, 25));
		});
	}

	/** Offered, start, working days, and until when; all of Europe/Amsterdam. */
	@ParameterizedTest
	@CsvSource({
			// three working days, not counting today
			"2026-11-23T09:00, 2026-12-14T09:00, 3, 2026-11-26T18:00",
			// across a weekend
			"2026-11-26T17:59, 2026-12-14T09:00, 3, 2026-12-01T18:00",
			// on a Saturday
			"2026-11-28T10:00, 2026-12-14T09:00, 3, 2026-12-02T18:00",
			// across Easter: Good Friday to Easter Monday
			"2026-04-02T10:00, 2026-04-30T09:00, 3, 2026-04-09T18:00",
			// across King's Day and the weekend before it
			"2026-04-24T10:00, 2026-05-30T09:00, 1, 2026-04-28T18:00",
			// across Christmas
			"2026-12-24T10:00, 2027-01-20T09:00, 1, 2026-12-28T18:00",
			// across the change to summer time, on 29 March
			"2026-03-26T10:00, 2026-04-30T09:00, 3, 2026-03-31T18:00",
			// across the change to winter time, on 25 October
			"2026-10-22T10:00, 2026-11-30T09:00, 3, 2026-10-27T18:00",
			// eight days before: still three working days
			"2026-12-06T23:59, 2026-12-14T09:00, 3, 2026-12-09T18:00",
			// seven days before: noon of the next working day
			"2026-12-07T00:00, 2026-12-14T09:00, 3, 2026-12-08T12:00",
			// the last Friday: the start comes before Monday noon
			"2026-12-11T10:00, 2026-12-14T09:00, 3, 2026-12-14T09:00",
			// an hour before the start
			"2026-12-14T08:00, 2026-12-14T09:00, 5, 2026-12-14T09:00",
			// a long term never outlasts the start
			"2026-12-04T10:00, 2026-12-12T09:00, 5, 2026-12-11T18:00" })
	void endsInTheEveningOfAWorkingDay(LocalDateTime offered, LocalDateTime start, int days, LocalDateTime until) {
		assertThat(OfferDeadline.of(at(offered), at(start), days)).isEqualTo(at(until));
	}

	private static Instant at(LocalDateTime time) {
		return time.atZone(PeopleService.ZONE).toInstant();
	}

}
