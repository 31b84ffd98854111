package nl.kundig.app.training;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What ical.js, a reader that is not ours, makes of our calendars. */
class CalendarReaderTests {

	private final TrainingCalendar calendar = new TrainingCalendar(Words.messages(),
			Clock.fixed(Instant.parse("2026-11-25T11:00:00Z"), ZoneOffset.UTC));

	private final List<byte[]> sent = new ArrayList<>();

	@TempDir
	private Path folder;

	@Test
	void updateAndCancellationChangeTheSameEvent() throws Exception {
		send(invitation(Meetings.on(0, Meetings.SATURDAY)));
		JsonNode first = event(0);
		assertThat(first.get("status").asString()).isEqualTo("CONFIRMED");
		assertThat(first.get("start").asString()).isEqualTo("2027-03-27T08:30:00.000Z");

		send(invitation(Meetings.instead(1, List.of(Meetings.SATURDAY), Meetings.APRIL)));
		JsonNode moved = event(0);
		assertThat(moved.get("uid")).isEqualTo(first.get("uid"));
		assertThat(moved.get("sequence").asInt()).isGreaterThan(first.get("sequence").asInt());
		assertThat(moved.get("start").asString()).isEqualTo("2027-04-01T11:00:00.000Z");

		send(this.calendar.cancellation(Meetings.on(2, Meetings.APRIL), Meetings.ANNA, Meetings.REGION, Words.DUTCH));
		JsonNode cancelled = event(0);
		assertThat(cancelled.get("uid")).isEqualTo(first.get("uid"));
		assertThat(cancelled.get("sequence").asInt()).isGreaterThan(moved.get("sequence").asInt());
		assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
		assertThat(read().get("events")).hasSize(1);
		assertThat(read().get("applied")).hasSize(3).noneMatch((step) -> step.get("ignored").asBoolean());
	}

	@Test
	void halfDayThatIsNoMoreGoesFromTheCalendarAndTheOthersStay() throws Exception {
		send(invitation(Meetings.on(0, Meetings.SATURDAY, Meetings.SUNDAY, Meetings.APRIL)));
		send(invitation(Meetings.instead(1, List.of(Meetings.SATURDAY, Meetings.SUNDAY, Meetings.APRIL),
				Meetings.SATURDAY, Meetings.APRIL)));
		JsonNode events = read().get("events");
		assertThat(events).extracting((event) -> event.get("status").asString() + " " + event.get("start").asString())
			.containsExactly("CONFIRMED 2027-03-27T08:30:00.000Z", "CONFIRMED 2027-04-01T11:00:00.000Z",
					"CANCELLED 2027-04-01T11:00:00.000Z");
	}

	@Test
	void whoEnrolsAgainGetsTheEventBackAndAnOldMailChangesNothing() throws Exception {
		Meeting meeting = Meetings.on(0, Meetings.SATURDAY);
		Invitee again = new Invitee(Meetings.ANNA.learner(), "Anna", "anna@waterkerk.example", 1);
		List<CalendarFile> cancellation = this.calendar.cancellation(meeting, Meetings.ANNA, Meetings.REGION,
				Words.DUTCH);
		send(invitation(meeting));
		send(cancellation);
		send(this.calendar.invitation(meeting, again, Meetings.REGION, Words.DUTCH));
		assertThat(event(0).get("status").asString()).isEqualTo("CONFIRMED");
		send(cancellation);
		assertThat(event(0).get("status").asString()).isEqualTo("CONFIRMED");
		assertThat(read().get("applied").get(3).get("ignored").asBoolean()).isTrue();
	}

	@Test
	void daysOnWhichTheClockChangesAreRight() throws Exception {
		send(invitation(Meetings.on(0, Meetings.SATURDAY, Meetings.SUNDAY, Meetings.AUTUMN)));
		assertThat(read().get("events"))
			.extracting((event) -> event.get("start").asString() + "/" + event.get("end").asString())
			.containsExactly("2027-03-27T08:30:00.000Z/2027-03-27T11:30:00.000Z",
					"2027-03-28T07:30:00.000Z/2027-03-28T10:30:00.000Z",
					"2027-10-30T23:00:00.000Z/2027-10-31T12:00:00.000Z");
	}

	@Test
	void textsComeOutAsTheyWentIn() throws Exception {
		send(invitation(Meetings.on(0, Meetings.APRIL)));
		JsonNode event = event(0);
		assertThat(event.get("summary").asString()).isEqualTo("Basistraining; \"signalen\", deel A\\B");
		assertThat(event.get("location").asString()).isEqualTo("Stadhuis, zaal 3\nKerkplein 1");
		assertThat(event.get("description").asString()).isEqualTo("""
				Toegankelijkheid: Lift aanwezig; ringleiding, stille ruimte.
				Invalidentoilet: ja
				Online meedoen: https://vergader.example/a?b=c,d;e
				Bekijk of wijzig uw inschrijving: https://kundig.example/trainingen/s1""");
		assertThat(event.get("url").asString()).isEqualTo("https://kundig.example/trainingen/s1");
		assertThat(event.get("zone").asString()).isEqualTo("Europe/Amsterdam");
		assertThat(event.get("stamp").asString()).isEqualTo("2026-11-25T11:00:00.000Z");
		assertThat(event.get("organizer").asString()).isEqualTo("mailto:trainingen@waterweg.example");
		assertThat(event.get("organizerName").asString()).isEqualTo("Regio Waterweg; trainingen");
		assertThat(event.get("attendee").asString()).isEqualTo("mailto:anna@waterkerk.example");
		assertThat(event.get("attendeeName").asString()).isEqualTo("Anna 'de' Vries, Zoë; :");
		assertThat(event.get("participation").asString()).isEqualTo("ACCEPTED");
	}

	@Test
	void feedIsReadWhole() throws Exception {
		this.sent.add(this.calendar.feed(List.of(new FeedMeeting(Meetings.on(0, Meetings.SATURDAY, Meetings.AUTUMN),
				Meetings.ANNA, FeedMeeting.Certainty.CONFIRMED)), Words.DUTCH));
		assertThat(read().get("events")).hasSize(2)
			.allMatch((event) -> event.get("attendee").isNull() && event.get("organizer").isNull());
		assertThat(event(1).get("end").asString()).isEqualTo("2027-10-31T12:00:00.000Z");
	}

	private List<CalendarFile> invitation(Meeting meeting) {
		return this.calendar.invitation(meeting, Meetings.ANNA, Meetings.REGION, Words.DUTCH);
	}

	private void send(List<CalendarFile> files) {
		files.forEach((file) -> this.sent.add(file.content()));
	}

	private JsonNode event(int index) throws Exception {
		return read().get("events").get(index);
	}

	private JsonNode read() throws Exception {
		return CalendarReader.read(this.folder, this.sent);
	}

}
