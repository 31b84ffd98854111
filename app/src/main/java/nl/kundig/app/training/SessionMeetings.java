package nl.kundig.app.training;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

import nl.kundig.app.mail.SenderAddress;
import nl.kundig.app.system.PublicAddress;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.SessionChange;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Sessions with their people, as a calendar needs them. */
@Component
class SessionMeetings {

	private final TrainingService trainings;

	private final PeopleService people;

	private final PublicAddress address;

	private final SenderAddress sender;

	SessionMeetings(TrainingService trainings, PeopleService people, PublicAddress address, SenderAddress sender) {
		this.trainings = trainings;
		this.people = people;
		this.address = address;
		this.sender = sender;
	}

	/** The session as it is now, for somebody with a seat. */
	Meeting meeting(TrainingSession session) {
		Venue venue = session.plan().venue();
		return new Meeting(session.id().value(), session.sequence(), this.trainings.title(session.training()),
				session.plan().halfDays().stream().map(SessionMeetings::halfDay).toList(),
				longest(session).stream().map(SessionMeetings::halfDay).toList(), venue.place(),
				venue.accessibilityNote(), uri(venue.onlineLink()),
				uri(this.address.of("/trainingen/" + session.id())));
	}

	/**
	 * The session to be taken out of a calendar, with every half-day that was ever sent.
	 */
	Meeting whole(TrainingSession session) {
		Meeting meeting = meeting(session);
		List<Meeting.HalfDay> all = new ArrayList<>(meeting.halfDays());
		if (meeting.before().size() > all.size()) {
			all.addAll(meeting.before().subList(all.size(), meeting.before().size()));
		}
		return new Meeting(meeting.session(), meeting.sequence(), meeting.title(), all, List.of(), meeting.place(),
				meeting.accessibility(), meeting.online(), meeting.page());
	}

	Invitee invitee(TrainingSession session, Enrolment enrolment, String email) {
		List<Enrolment> own = session.enrolments()
			.stream()
			.filter((other) -> other.learner().equals(enrolment.learner()))
			.toList();
		int round = own.stream().map(Enrolment::id).toList().indexOf(enrolment.id());
		return new Invitee(enrolment.learner().value(), name(enrolment.learner()), email, round);
	}

	Organiser organiser(TrainingSession session) {
		return new Organiser(owner(session), this.sender.address());
	}

	/** Who holds the session, by name. */
	String owner(TrainingSession session) {
		return session.owner()
			.municipality()
			.flatMap(this.people::municipality)
			.map((municipality) -> municipality.name())
			.or(() -> this.people.region(session.owner().region()).map(Region::name))
			.orElse("Kundig");
	}

	String name(LearnerId learner) {
		return this.people.learner(learner).map((known) -> known.name()).orElse("–");
	}

	/**
	 * Of all moves the one that left most half-days behind: an event that is taken out
	 * twice stays out.
	 */
	private static List<HalfDay> longest(TrainingSession session) {
		List<HalfDay> longest = List.of();
		for (SessionChange change : session.history()) {
			longest = (change.before().size() > longest.size()) ? change.before() : longest;
		}
		return longest;
	}

	private static Meeting.HalfDay halfDay(HalfDay halfDay) {
		return new Meeting.HalfDay(halfDay.date(), halfDay.from(), halfDay.until());
	}

	private static @Nullable URI uri(@Nullable String address) {
		try {
			return (address != null) ? new URI(address) : null;
		}
		catch (URISyntaxException ex) {
			// A link that no program can follow is left out of the calendar.
			return null;
		}
	}

}
