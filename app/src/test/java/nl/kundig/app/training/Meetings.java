package nl.kundig.app.training;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import nl.kundig.app.training.Meeting.HalfDay;

/** Sessions around the days on which the clock goes forward and back. */
final class Meetings {

	/** The day before summer time begins in 2027. */
	static final HalfDay SATURDAY = halfDay("2027-03-27", "09:30", "12:30");

	/** The day on which it begins. */
	static final HalfDay SUNDAY = halfDay("2027-03-28", "09:30", "12:30");

	/** The day on which it ends. */
	static final HalfDay AUTUMN = halfDay("2027-10-31", "01:00", "13:00");

	static final HalfDay APRIL = halfDay("2027-04-01", "13:00", "16:30");

	static final Invitee ANNA = new Invitee("learner-anna", "Anna \"de\" Vries, Zoë; :", "anna@waterkerk.example", 0);

	static final Organiser REGION = new Organiser("Regio Waterweg; trainingen", "trainingen@waterweg.example");

	private Meetings() {
	}

	static Meeting on(int sequence, HalfDay... halfDays) {
		return instead(sequence, List.of(), halfDays);
	}

	static Meeting instead(int sequence, List<HalfDay> before, HalfDay... halfDays) {
		return new Meeting("session-1", sequence, "Basistraining; \"signalen\", deel A\\B", List.of(halfDays), before,
				"Stadhuis, zaal 3\nKerkplein 1", "Lift aanwezig; ringleiding, stille ruimte.\r\nInvalidentoilet: ja",
				URI.create("https://vergader.example/a?b=c,d;e"), URI.create("https://kundig.example/trainingen/s1"));
	}

	static HalfDay halfDay(String day, String from, String until) {
		return new HalfDay(LocalDate.parse(day), LocalTime.parse(from), LocalTime.parse(until));
	}

}
