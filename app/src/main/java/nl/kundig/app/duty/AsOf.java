package nl.kundig.app.duty;

import java.time.LocalDate;

import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

/**
 * The day a card is about: today, or the day somebody asked for.
 *
 * @param typed what was asked
 * @param wrong whether that is no day a card can be about; it is about today then
 */
record AsOf(LocalDate day, LocalDate today, String typed, boolean wrong) {

	private static final int YEARS_AHEAD = 10;

	static AsOf of(@Nullable String typed, LocalDate today) {
		if (typed == null || typed.isBlank()) {
			return new AsOf(today, today, "", false);
		}
		return Days.read(typed)
			.filter((day) -> !day.isBefore(PeopleService.EARLIEST) && !day.isAfter(today.plusYears(YEARS_AHEAD)))
			.map((day) -> new AsOf(day, today, day.toString(), false))
			.orElseGet(() -> new AsOf(today, today, cut(typed), true));
	}

	/** The same, but never about a later day. */
	AsOf notAfter(@Nullable LocalDate last) {
		return (last != null && this.day.isAfter(last)) ? new AsOf(last, this.today, this.typed, this.wrong) : this;
	}

	public boolean isNow() {
		return this.day.equals(this.today);
	}

	public boolean isPast() {
		return this.day.isBefore(this.today);
	}

	private static String cut(String typed) {
		return (typed.length() > 20) ? typed.substring(0, 20) : typed;
	}

}
