package nl.kundig.app.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import nl.kundig.courses.people.PeopleService;

/**
 * A clock that a test moves. Its days lie far ahead: the running Kundig that tests share
 * forgets old mails by the real clock.
 */
final class TestClock extends Clock {

	private volatile Instant now;

	private TestClock(Instant now) {
		this.now = now;
	}

	/** At that moment in Europe/Amsterdam, as "2094-03-24T10:00", a Wednesday. */
	static TestClock at(String local) {
		return new TestClock(amsterdam(local));
	}

	static Instant amsterdam(String local) {
		return LocalDateTime.parse(local).atZone(PeopleService.ZONE).toInstant();
	}

	void set(String local) {
		this.now = amsterdam(local);
	}

	void advance(Duration duration) {
		this.now = this.now.plus(duration);
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
