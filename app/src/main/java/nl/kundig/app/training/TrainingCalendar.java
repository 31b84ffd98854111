package nl.kundig.app.training;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Sessions as iCalendar (RFC 5545 and 5546). Each half-day is an event of its own, known
 * by session, person and its place in the order of half-days: a moved half-day moves its
 * event, and one that is no more is cancelled.
 */
@Component
class TrainingCalendar {

	private static final Duration REFRESH = Duration.ofHours(4);

	private final MessageSource messages;

	private final Clock clock;

	TrainingCalendar(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * What to send to somebody who has a seat, at first and after each change: one file
	 * for each half-day, because a request holds one event only (RFC 5546, 3.2.2).
	 */
	List<CalendarFile> invitation(Meeting meeting, Invitee invitee, Organiser organiser, Locale locale) {
		List<CalendarFile> files = new ArrayList<>();
		for (int part = 0; part < meeting.halfDays().size(); part++) {
			VEvent event = event(meeting, meeting.halfDays(), part, invitee, false, locale);
			event.add(ImmutableStatus.VEVENT_CONFIRMED);
			files.add(file(part, ImmutableMethod.REQUEST, event, invitee, organiser));
		}
		for (int part = meeting.halfDays().size(); part < meeting.before().size(); part++) {
			files.add(cancelled(meeting, meeting.before(), part, invitee, organiser, locale));
		}
		return files;
	}

	/** What to send to somebody who has a seat no more. */
	List<CalendarFile> cancellation(Meeting meeting, Invitee invitee, Organiser organiser, Locale locale) {
		List<CalendarFile> files = new ArrayList<>();
		for (int part = 0; part < meeting.halfDays().size(); part++) {
			files.add(cancelled(meeting, meeting.halfDays(), part, invitee, organiser, locale));
		}
		return files;
	}

	/**
	 * All sessions of one person, to be fetched again and again. It has no method: it is
	 * what stands there now, and asks for nothing.
	 */
	byte[] feed(List<FeedMeeting> meetings, Locale locale) {
		String name = say("calendar.feed", locale);
		Calendar calendar = calendar();
		calendar.add(new Name(name));
		calendar.add(new XProperty("X-WR-CALNAME", name));
		calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
		calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
		calendar.add(AmsterdamTime.zone());
		for (FeedMeeting one : meetings) {
			boolean cancelled = one.certainty() == FeedMeeting.Certainty.CANCELLED;
			for (int part = 0; part < one.meeting().halfDays().size(); part++) {
				VEvent event = event(one.meeting(), one.meeting().halfDays(), part, one.invitee(), cancelled, locale);
				event.add(status(one.certainty()));
				calendar.add(event);
			}
		}
		return CalendarText.bytes(calendar);
	}

	private CalendarFile cancelled(Meeting meeting, List<Meeting.HalfDay> halfDays, int part, Invitee invitee,
			Organiser organiser, Locale locale) {
		VEvent event = event(meeting, halfDays, part, invitee, true, locale);
		event.add(ImmutableStatus.VEVENT_CANCELLED);
		return file(part, ImmutableMethod.CANCEL, event, invitee, organiser);
	}

	private CalendarFile file(int part, Method method, VEvent event, Invitee invitee, Organiser organiser) {
		event.add(new Organizer(new ParameterList(List.of(new Cn(CalendarText.parameter(organiser.name())))),
				mailto(organiser.email())));
		// Enrolled already, so the calendar need not ask for an answer nobody would read.
		event.add(new Attendee(new ParameterList(List.of(new Cn(CalendarText.parameter(invitee.name())),
				Role.REQ_PARTICIPANT, PartStat.ACCEPTED, Rsvp.FALSE)), mailto(invitee.email())));
		Calendar calendar = calendar();
		calendar.add(method);
		calendar.add(AmsterdamTime.zone());
		calendar.add(event);
		String name = "training-" + (part + 1) + ".ics";
		return new CalendarFile(name, method.getValue(), CalendarText.bytes(calendar));
	}

	private static Calendar calendar() {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Kundig//Kundig//NL"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		return calendar;
	}

	private VEvent event(Meeting meeting, List<Meeting.HalfDay> halfDays, int part, Invitee invitee, boolean cancelled,
			Locale locale) {
		VEvent event = new VEvent(false);
		event.add(new Uid(uid(meeting, invitee, part)));
		event.add(new DtStamp(this.clock.instant().truncatedTo(ChronoUnit.SECONDS)));
		event.add(new Sequence(sequence(meeting, invitee, cancelled)));
		event.add(new DtStart<>(AmsterdamTime.parameter(), halfDays.get(part).start()));
		event.add(new DtEnd<>(AmsterdamTime.parameter(), halfDays.get(part).end()));
		String title = (halfDays.size() == 1) ? meeting.title()
				: say("calendar.part", locale, meeting.title(), part + 1, halfDays.size());
		event.add(new Summary(CalendarText.text(title)));
		if (meeting.place() != null) {
			event.add(new Location(CalendarText.text(meeting.place())));
		}
		String description = description(meeting, locale);
		if (!description.isEmpty()) {
			event.add(new Description(CalendarText.text(description)));
		}
		if (meeting.page() != null) {
			event.add(new Url(meeting.page()));
		}
		return event;
	}

	private String description(Meeting meeting, Locale locale) {
		List<String> lines = new ArrayList<>();
		if (meeting.accessibility() != null) {
			lines.add(say("calendar.accessibility", locale, meeting.accessibility()));
		}
		if (meeting.online() != null) {
			lines.add(say("calendar.online", locale, meeting.online().toString()));
		}
		if (meeting.page() != null) {
			lines.add(say("calendar.page", locale, meeting.page().toString()));
		}
		return String.join("\n", lines);
	}

	/** A hash: an invitation that is sent on does not tell who is who in Kundig. */
	private static String uid(Meeting meeting, Invitee invitee, int part) {
		return CalendarText.sha256(meeting.session() + "|" + invitee.learner() + "|" + part).substring(0, 32)
				+ "@kundig";
	}

	/**
	 * Rises whenever the session changes, and between those when this person cancels and
	 * enrols again.
	 */
	static int sequence(Meeting meeting, Invitee invitee, boolean cancelled) {
		return meeting.sequence() * 2 * Invitee.MOST_ROUNDS + 2 * invitee.round() + (cancelled ? 1 : 0);
	}

	private static Status status(FeedMeeting.Certainty certainty) {
		return switch (certainty) {
			case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
			case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
			case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
		};
	}

	private static URI mailto(String email) {
		try {
			return new URI("mailto", email, null);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("Not an address", ex);
		}
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
