package nl.kundig.courses;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import nl.kundig.courses.curriculum.CurriculumService;

/** Stands still until a test moves it. */
public final class TestClock extends Clock {

	/** Noon in Amsterdam on {@link #TODAY}. */
	public static final Instant START = Instant.parse("2026-11-25T11:00:00Z");

	public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private volatile Instant now = START;

	public void moveTo(Instant instant) {
		this.now = instant;
	}

	/** To that time of that day, Europe/Amsterdam. */
	public void moveTo(LocalDate day, LocalTime time) {
		moveTo(day.atTime(time).atZone(CurriculumService.ZONE).toInstant());
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}
