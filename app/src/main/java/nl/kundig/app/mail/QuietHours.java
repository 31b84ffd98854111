package nl.kundig.app.mail;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import nl.kundig.app.system.SettingRefused;
import nl.kundig.courses.people.PeopleService;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When mails wait that are not urgent, by the clock of Europe/Amsterdam. Weekends too:
 * deadlines count working days, so nobody loses a day by it.
 *
 * @param quiet from and until, as "20:00-07:00", or {@code none}
 * @param quietWeekends whether Saturday and Sunday are quiet
 */
@ConfigurationProperties("kundig.mail")
record QuietHours(@DefaultValue("20:00-07:00") String quiet, @DefaultValue("true") boolean quietWeekends) {

	private static final String NONE = "none";

	QuietHours {
		quiet = quiet.isBlank() ? "20:00-07:00" : quiet.strip();
		time(quiet, 0);
		time(quiet, 1);
	}

	boolean isQuiet(Instant instant) {
		ZonedDateTime local = instant.atZone(PeopleService.ZONE);
		DayOfWeek day = local.getDayOfWeek();
		if (this.quietWeekends && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY)) {
			return true;
		}
		LocalTime now = local.toLocalTime();
		LocalTime from = time(this.quiet, 0);
		LocalTime until = time(this.quiet, 1);
		boolean started = !now.isBefore(from);
		boolean ongoing = now.isBefore(until);
		return from.isAfter(until) ? (started || ongoing) : (started && ongoing);
	}

	/** The first moment from this one on that is not quiet. */
	Instant end(Instant instant) {
		Instant moment = instant;
		LocalDate day = instant.atZone(PeopleService.ZONE).toLocalDate();
		LocalTime until = time(this.quiet, 1);
		while (isQuiet(moment)) {
			Instant next = day.atTime(until).atZone(PeopleService.ZONE).toInstant();
			moment = next.isAfter(moment) ? next : moment;
			day = day.plusDays(1);
		}
		return moment;
	}

	private static LocalTime time(String quiet, int which) {
		if (quiet.equals(NONE)) {
			return LocalTime.MIDNIGHT;
		}
		String[] times = quiet.split("-");
		try {
			if (times.length == 2) {
				return LocalTime.parse(times[which].strip());
			}
		}
		catch (DateTimeException ex) {
			// Said below.
		}
		throw new SettingRefused("KUNDIG_MAIL_QUIET is something else than two times like 20:00-07:00, or none");
	}

}
