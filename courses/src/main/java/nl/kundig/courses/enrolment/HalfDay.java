package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import nl.kundig.courses.people.PeopleService;

/** A morning, an afternoon or an evening of a session; times of Europe/Amsterdam. */
public record HalfDay(LocalDate date, LocalTime from, LocalTime until) implements Comparable<HalfDay> {

	public Instant startsAt() {
		return this.date.atTime(this.from).atZone(PeopleService.ZONE).toInstant();
	}

	public Instant endsAt() {
		return this.date.atTime(this.until).atZone(PeopleService.ZONE).toInstant();
	}

	/** Whether some time is in both; one may begin when the other ends. */
	public boolean overlaps(HalfDay other) {
		return startsAt().isBefore(other.endsAt()) && other.startsAt().isBefore(endsAt());
	}

	@Override
	public int compareTo(HalfDay other) {
		int byDay = this.date.compareTo(other.date);
		if (byDay != 0) {
			return byDay;
		}
		int byStart = this.from.compareTo(other.from);
		return (byStart != 0) ? byStart : this.until.compareTo(other.until);
	}

}
