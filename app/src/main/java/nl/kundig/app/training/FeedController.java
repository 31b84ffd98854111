package nl.kundig.app.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import nl.kundig.app.account.AccountService;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Somebody's sessions for a calendar program, which cannot sign in. */
@Controller
class FeedController {

	private static final Locale LANGUAGE = Locale.of("nl", "NL");

	private final CalendarFeeds feeds;

	private final EnrolmentService enrolments;

	private final AccountService accounts;

	private final SessionMeetings meetings;

	private final TrainingCalendar calendar;

	private final Trainees trainees;

	FeedController(CalendarFeeds feeds, EnrolmentService enrolments, AccountService accounts, SessionMeetings meetings,
			TrainingCalendar calendar, Trainees trainees) {
		this.feeds = feeds;
		this.enrolments = enrolments;
		this.accounts = accounts;
		this.meetings = meetings;
		this.calendar = calendar;
		this.trainees = trainees;
	}

	@GetMapping("/agenda/{secret}.ics")
	ResponseEntity<byte[]> feed(@PathVariable String secret) {
		LearnerId learner = this.feeds.owner(secret).orElseThrow(NotFound::new);
		String email = this.accounts.email(learner).orElse("");
		Map<SessionId, OwnEnrolment> newest = new LinkedHashMap<>();
		this.enrolments.enrolmentsOf(learner).forEach((own) -> newest.put(own.session().id(), own));
		boolean coming = newest.values().stream().anyMatch((own) -> own.enrolment().isOpen());
		if (!coming && !this.trainees.worksSomewhere(learner)) {
			// Whoever has left is no longer told anything without signing in.
			throw new NotFound();
		}
		List<FeedMeeting> sessions = newest.values()
			.stream()
			.map((own) -> meeting(own.session(), own.enrolment(), email))
			.flatMap(Optional::stream)
			.toList();
		return ResponseEntity.ok()
			.header("Content-Type", "text/calendar; charset=UTF-8")
			.cacheControl(CacheControl.noStore())
			.body(this.calendar.feed(sessions, LANGUAGE));
	}

	private Optional<FeedMeeting> meeting(TrainingSession session, Enrolment enrolment, String email) {
		return certainty(session, enrolment).map((certainty) -> {
			boolean cancelled = certainty == FeedMeeting.Certainty.CANCELLED;
			Meeting meeting = cancelled ? this.meetings.whole(session) : this.meetings.meeting(session);
			return new FeedMeeting(seat(enrolment) ? meeting : withoutLink(meeting),
					this.meetings.invitee(session, enrolment, email), certainty);
		});
	}

	/** Empty for a session in which the person never had or was offered a seat. */
	private static Optional<FeedMeeting.Certainty> certainty(TrainingSession session, Enrolment enrolment) {
		if (seat(enrolment)) {
			return Optional.of(FeedMeeting.Certainty.CONFIRMED);
		}
		if (enrolment.state() == EnrolmentState.OFFERED) {
			return Optional.of(FeedMeeting.Certainty.TENTATIVE);
		}
		boolean had = session.enrolments()
			.stream()
			.anyMatch((other) -> other.learner().equals(enrolment.learner()) && Notices.everHadSeat(other));
		return had ? Optional.of(FeedMeeting.Certainty.CANCELLED) : Optional.empty();
	}

	private static boolean seat(Enrolment enrolment) {
		return enrolment.state().isPlaced() || enrolment.state() == EnrolmentState.ATTENDED
				|| enrolment.state() == EnrolmentState.PROOF_RECEIVED;
	}

	/** Only who has a seat gets in. */
	private static Meeting withoutLink(Meeting meeting) {
		return new Meeting(meeting.session(), meeting.sequence(), meeting.title(), meeting.halfDays(), meeting.before(),
				meeting.place(), meeting.accessibility(), null, meeting.page());
	}

}
