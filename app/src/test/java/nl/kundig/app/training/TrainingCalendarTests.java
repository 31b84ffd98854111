package nl.kundig.app.training;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrainingCalendarTests {

	private final TrainingCalendar calendar = new TrainingCalendar(Words.messages(),
			Clock.fixed(Instant.parse("2026-11-25T11:00:00.987Z"), ZoneOffset.UTC));

	@Test
	void invitationHoldsOneEventForEachHalfDay() throws Exception {
		List<CalendarFile> files = invitation(Meetings.on(0, Meetings.SATURDAY, Meetings.APRIL));
		assertThat(files).extracting(CalendarFile::method).containsExactly("REQUEST", "REQUEST");
		assertThat(files).extracting(CalendarFile::name).containsExactly("training-1.ics", "training-2.ics");
		assertThat(files.getFirst().mediaType()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
		for (CalendarFile file : files) {
			assertValid(file.content());
			assertThat(parse(file.content()).getComponents("VEVENT")).hasSize(1);
		}
		assertThat(unfolded(files.get(1).content())).contains(
				"SUMMARY:Basistraining\\; \"signalen\"\\, deel A\\\\B (dagdeel 2 van 2)\r\n",
				"DTSTART;TZID=Europe/Amsterdam:20270401T130000\r\n", "DTEND;TZID=Europe/Amsterdam:20270401T163000\r\n",
				"DTSTAMP:20261125T110000Z\r\n", "STATUS:CONFIRMED\r\n", "METHOD:REQUEST\r\n",
				"LOCATION:Stadhuis\\, zaal 3\\nKerkplein 1\r\n",
				"DESCRIPTION:Toegankelijkheid: Lift aanwezig\\; ringleiding\\, stille ruimte.\\nInvalidentoilet: ja\\n",
				"CN=\"Anna 'de' Vries, Zoë; :\"", ";PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:anna@waterkerk.example\r\n",
				"ORGANIZER;CN=\"Regio Waterweg; trainingen\":mailto:trainingen@waterweg.example\r\n");
	}

	@Test
	void sameHalfDayKeepsItsUidWhateverChanges() {
		List<String> before = uids(invitation(Meetings.on(0, Meetings.SATURDAY, Meetings.APRIL)));
		assertThat(before).doesNotHaveDuplicates();
		assertThat(uids(invitation(Meetings.on(3, Meetings.SUNDAY, Meetings.AUTUMN)))).isEqualTo(before);
		Invitee other = new Invitee("learner-bob", "Bob", "bob@waterkerk.example", 0);
		assertThat(
				uids(this.calendar.invitation(Meetings.on(0, Meetings.SATURDAY), other, Meetings.REGION, Words.DUTCH)))
			.doesNotContainAnyElementsOf(before);
		assertThat(String.join("", before)).doesNotContain("learner-anna", "session-1");
	}

	@Test
	void halfDayThatIsNoMoreIsCancelled() throws Exception {
		List<CalendarFile> files = invitation(Meetings.instead(1,
				List.of(Meetings.SATURDAY, Meetings.SUNDAY, Meetings.APRIL), Meetings.SATURDAY, Meetings.APRIL));
		assertThat(files).extracting(CalendarFile::method).containsExactly("REQUEST", "REQUEST", "CANCEL");
		assertThat(uids(files)).doesNotHaveDuplicates();
		for (CalendarFile file : files) {
			assertValid(file.content());
		}
		assertThat(unfolded(files.get(2).content())).contains("STATUS:CANCELLED\r\n", "SEQUENCE:11\r\n",
				"DTSTART;TZID=Europe/Amsterdam:20270401T130000\r\n");
	}

	@Test
	void sequenceRisesWithEveryMessageToAPerson() {
		Meeting meeting = Meetings.on(0, Meetings.SATURDAY);
		int last = -1;
		for (int session = 0; session < 3; session++) {
			Meeting moved = new Meeting(meeting.session(), session, "x", meeting.halfDays(), List.of(), null, null,
					null, null);
			for (int round = 0; round < Invitee.MOST_ROUNDS; round++) {
				Invitee invitee = new Invitee("a", "A", "a@b.example", round);
				for (boolean cancelled : new boolean[] { false, true }) {
					int next = TrainingCalendar.sequence(moved, invitee, cancelled);
					assertThat(next).isGreaterThan(last);
					last = next;
				}
			}
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new Invitee("a", "A", "a@b.example", 5));
	}

	@Test
	void cancellationIsValidAndCancelsEveryHalfDay() throws Exception {
		List<CalendarFile> files = this.calendar.cancellation(Meetings.on(2, Meetings.SATURDAY, Meetings.APRIL),
				Meetings.ANNA, Meetings.REGION, Locale.ENGLISH);
		assertThat(files).hasSize(2).extracting(CalendarFile::method).containsOnly("CANCEL");
		for (CalendarFile file : files) {
			assertValid(file.content());
			assertThat(unfolded(file.content())).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n",
					"SEQUENCE:21\r\n", "half-day");
		}
	}

	@ParameterizedTest
	@EnumSource
	void feedSaysHowSureASessionIs(FeedMeeting.Certainty certainty) throws Exception {
		byte[] feed = feed(
				new FeedMeeting(Meetings.on(0, Meetings.SATURDAY, Meetings.APRIL), Meetings.ANNA, certainty));
		assertValid(feed);
		assertThat(unfolded(feed))
			.contains("STATUS:" + certainty + "\r\n", "X-WR-CALNAME:Mijn trainingen in Kundig\r\n",
					"REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n")
			.doesNotContain("METHOD:", "ATTENDEE", "ORGANIZER", "anna@");
		assertThat(parse(feed).getComponents("VEVENT")).hasSize(2);
		assertThat(unfolded(feed)).contains(uids(invitation(Meetings.on(0, Meetings.SATURDAY))));
	}

	@Test
	void feedOfNobodysSessionsIsValid() throws Exception {
		byte[] feed = feed();
		assertValid(feed);
		assertThat(parse(feed).getComponents("VEVENT")).isEmpty();
	}

	@Test
	void whatIsNotKnownIsLeftOut() throws Exception {
		Meeting bare = new Meeting("s", 0, "Training", List.of(Meetings.APRIL), List.of(), null, null, null, null);
		CalendarFile file = invitation(bare).getFirst();
		assertValid(file.content());
		assertThat(unfolded(file.content())).contains("SUMMARY:Training\r\n")
			.doesNotContain("LOCATION", "DESCRIPTION", "URL", "null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "Łódź ", "😀", "\"", ";,\\", "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n", "\0\u0007", ":",
			"\\n" })
	void whateverIsTypedLinesAreFoldedAndNothingIsInjected(String typed) throws Exception {
		String many = typed.repeat(60);
		Meeting meeting = new Meeting("s", 0, many, List.of(Meetings.APRIL), List.of(), many, many, null, null);
		Invitee invitee = new Invitee("a", many, "a@b.example", 0);
		byte[] content = this.calendar.invitation(meeting, invitee, new Organiser(many, "o@b.example"), Words.DUTCH)
			.getFirst()
			.content();
		assertValid(content);
		for (String line : new String(content, StandardCharsets.UTF_8).split("\r\n")) {
			assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
			assertThat(line).doesNotContain("\n", "\r", "\uFFFD");
		}
		Calendar parsed = parse(content);
		assertThat(parsed.getComponents()).hasSize(2);
		VEvent event = (VEvent) parsed.getComponents("VEVENT").getFirst();
		assertThat(event.getAlarms()).isEmpty();
		assertThat(event.getRequiredProperty(Property.SUMMARY).getValue())
			.isEqualTo(many.replace("\r\n", "\n").replaceAll("[\0\u0007]", "").strip());
	}

	@Test
	void zoneKnowsTheDaysOnWhichTheClockChanges() throws Exception {
		byte[] feed = feed(new FeedMeeting(Meetings.on(0, Meetings.SATURDAY, Meetings.SUNDAY, Meetings.AUTUMN),
				Meetings.ANNA, FeedMeeting.Certainty.CONFIRMED));
		assertThat(unfolded(feed)).contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\nBEGIN:DAYLIGHT\r\n",
				"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n",
				"TZOFFSETFROM:+0100\r\n", "TZOFFSETTO:+0200\r\n");
	}

	private List<CalendarFile> invitation(Meeting meeting) {
		return this.calendar.invitation(meeting, Meetings.ANNA, Meetings.REGION, Words.DUTCH);
	}

	private byte[] feed(FeedMeeting... meetings) {
		return this.calendar.feed(Arrays.asList(meetings), Words.DUTCH);
	}

	private static List<String> uids(List<CalendarFile> files) {
		return files.stream()
			.map((file) -> unfolded(file.content()).lines()
				.filter((line) -> line.startsWith("UID:"))
				.collect(Collectors.joining()))
			.toList();
	}

	private static String unfolded(byte[] content) {
		return new String(content, StandardCharsets.UTF_8).replace("\r\n ", "");
	}

	private static Calendar parse(byte[] content) throws Exception {
		return new CalendarBuilder().build(new ByteArrayInputStream(content));
	}

	private static void assertValid(byte[] content) throws Exception {
		Calendar parsed = parse(content);
		ValidationResult result = parsed.validate(true);
		assertThat(result.getEntries()).isEmpty();
		Set<String> kinds = parsed.getComponents().stream().map((part) -> part.getName()).collect(Collectors.toSet());
		assertThat(kinds).contains("VTIMEZONE");
	}

}
