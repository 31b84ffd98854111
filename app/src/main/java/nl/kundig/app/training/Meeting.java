package nl.kundig.app.training;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A session as a calendar needs it.
 *
 * @param session identifies it
 * @param sequence rises each time that it is moved or cancelled; from 0
 * @param halfDays in order
 * @param before the half-days as they were last sent, in order; those that are no more
 * are taken out of the calendar
 * @param accessibility ramp, lift, ring line, quiet room
 * @param online only for who has a seat
 */
record Meeting(String session, int sequence, String title, List<HalfDay> halfDays, List<HalfDay> before,
		@Nullable String place, @Nullable String accessibility, @Nullable URI online, @Nullable URI page) {

	/** Times of Europe/Amsterdam. */
	record HalfDay(LocalDate date, LocalTime from, LocalTime until) {

		LocalDateTime start() {
			return this.date.atTime(this.from);
		}

		LocalDateTime end() {
			return this.date.atTime(this.until);
		}

	}

}
