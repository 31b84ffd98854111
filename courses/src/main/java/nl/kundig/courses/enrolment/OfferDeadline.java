package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import nl.kundig.courses.people.PeopleService;

/**
 * Until when an offered seat is kept. Offers end at 18:00, not after so many hours:
 * coordinators phone the waiting list in the evening. In the last week there is no time
 * for that: noon of the next working day. After the start a seat is worth nothing.
 */
final class OfferDeadline {

	private static final LocalTime EVENING = LocalTime.of(18, 0);

	/** From so many days before the first half-day on it goes faster. */
	private static final int LAST_DAYS = 7;

	private OfferDeadline() {
	}

	/**
	 * When it ends, Europe/Amsterdam.
	 * @param start of the session
	 * @param workingDays how many somebody has, not counting the day of the offer
	 */
	static Instant of(Instant offeredAt, Instant start, int workingDays) {
		LocalDate day = LocalDate.ofInstant(offeredAt, PeopleService.ZONE);
		LocalDate lastDays = LocalDate.ofInstant(start, PeopleService.ZONE).minusDays(LAST_DAYS);
		Instant deadline = day.isBefore(lastDays) ? at(WorkingDays.after(day, workingDays), EVENING)
				: at(WorkingDays.after(day, 1), LocalTime.NOON);
		return deadline.isBefore(start) ? deadline : start;
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(PeopleService.ZONE).toInstant();
	}

}
