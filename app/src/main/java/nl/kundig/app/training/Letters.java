package nl.kundig.app.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.kundig.app.account.AccountService;
import nl.kundig.app.mail.OutgoingMail.Attachment;
import nl.kundig.app.mail.OutgoingMail.Draft;
import nl.kundig.app.mail.SignedLinks;
import nl.kundig.app.system.PublicAddress;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.SessionChange;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes what is to be told as a mail. In Dutch: nobody's language is stored, and what is
 * told of is Dutch too.
 */
@Component
class Letters {

	/** Links for a manager's answer and an offer's. */
	static final String APPROVAL = "approve-enrolment";

	static final String OFFER = "answer-offer";

	private static final Locale LANGUAGE = Locale.of("nl", "NL");

	/** So shortly before a session nobody wants to hear of it the next morning. */
	private static final Duration SOON = Duration.ofDays(2);

	private static final int LONGEST_SUBJECT = 200;

	private final MessageSource messages;

	private final TrainingService trainings;

	private final AccountService accounts;

	private final SessionMeetings meetings;

	private final TrainingCalendar calendar;

	private final SignedLinks links;

	private final PublicAddress address;

	Letters(MessageSource messages, TrainingService trainings, AccountService accounts, SessionMeetings meetings,
			TrainingCalendar calendar, SignedLinks links, PublicAddress address) {
		this.messages = messages;
		this.trainings = trainings;
		this.accounts = accounts;
		this.meetings = meetings;
		this.calendar = calendar;
		this.links = links;
		this.address = address;
	}

	/** Empty for somebody whose work address nobody knows. */
	Optional<Draft> draft(Notice notice, TrainingSession session) {
		return this.accounts.email(notice.person()).map((to) -> draft(notice, session, to));
	}

	private Draft draft(Notice notice, TrainingSession session, String to) {
		Letter letter = letter(notice, session);
		Draft draft = new Draft(notice.person(), notice.kind().code(), notice.about(), notice.cycle(),
				notice.happenedAt(), to, subject(notice, session), letter.text(), letter.html(),
				attachments(notice, session, to));
		Instant until = useless(notice, session);
		boolean before = notice.happenedAt().isBefore(session.startsAt());
		boolean soon = before && notice.happenedAt().plus(SOON).isAfter(session.startsAt());
		draft = (until != null) ? draft.until(until) : draft;
		return (notice.kind() == NoticeKind.SEAT_OFFERED || soon) ? draft.urgently() : draft;
	}

	/** When it need not be sent any more; null for what is told after the session. */
	private static @Nullable Instant useless(Notice notice, TrainingSession session) {
		Enrolment enrolment = notice.enrolment();
		if (enrolment == null) {
			return session.closesAt().isBefore(session.startsAt()) ? session.closesAt() : session.startsAt();
		}
		Instant offered = enrolment.offerUntil();
		if (notice.kind() == NoticeKind.SEAT_OFFERED && offered != null) {
			return offered;
		}
		Instant start = session.startsAt();
		if (notice.kind() == NoticeKind.APPROVAL_ASKED) {
			return enrolment.approvalUntil().filter(start::isAfter).orElse(start);
		}
		return notice.happenedAt().isBefore(start) ? start : null;
	}

	private Letter letter(Notice notice, TrainingSession session) {
		String title = this.trainings.title(session.training());
		Enrolment enrolment = notice.enrolment();
		String who = (enrolment != null) ? this.meetings.name(enrolment.learner()) : "";
		String key = "mail." + notice.kind().code();
		return new Letter(LANGUAGE.getLanguage(), say("mail.greeting", this.meetings.name(notice.person())),
				List.of(say(key + ".text", title, who), say(key + ".next", title, who)),
				facts(notice, session, title, who), new Letter.Action(say(key + ".action"), link(notice, session)),
				List.of(say("mail.closing"), this.meetings.owner(session), "", say("mail.automatic")));
	}

	// ---- facts

	private List<Letter.Fact> facts(Notice notice, TrainingSession session, String title, String who) {
		boolean seat = hasSeat(notice);
		Venue venue = session.plan().venue();
		List<Letter.Fact> facts = new ArrayList<>();
		if (notice.kind() == NoticeKind.APPROVAL_ASKED) {
			add(facts, "who", who);
		}
		add(facts, "training", title);
		facts.add(new Letter.Fact(say("mail.fact.when"), days(session.plan().halfDays())));
		SessionChange move = (notice.kind() == NoticeKind.SESSION_MOVED) ? Notices.move(session) : null;
		if (move != null && !move.before().equals(session.plan().halfDays())) {
			facts.add(new Letter.Fact(say("mail.fact.before"), days(move.before())));
		}
		add(facts, "where", (venue.place() != null) ? venue.place() : say("session.online"));
		if (seat) {
			add(facts, "accessibility", venue.accessibilityNote());
			add(facts, "online", venue.onlineLink());
		}
		if (notice.kind() == NoticeKind.APPROVAL_ASKED) {
			add(facts, "cost", this.trainings.training(session.training()).map(Training::cost).orElse(null));
		}
		add(facts, "reason", reason(notice));
		add(facts, (notice.kind() == NoticeKind.INVITED) ? "closing" : "until", deadline(notice, session));
		return facts;
	}

	private void add(List<Letter.Fact> facts, String label, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			facts.add(new Letter.Fact(say("mail.fact." + label), CalendarText.text(text).lines().toList()));
		}
	}

	private static @Nullable String reason(Notice notice) {
		Enrolment enrolment = notice.enrolment();
		return switch (notice.kind()) {
			case REFUSED, TAKEN_OFF, WITHDRAWN, SESSION_CANCELLED, ASKED_FOR_YOU ->
				(enrolment != null) ? enrolment.last().text() : null;
			default -> null;
		};
	}

	private @Nullable String deadline(Notice notice, TrainingSession session) {
		Enrolment enrolment = notice.enrolment();
		Instant offered = (enrolment != null) ? enrolment.offerUntil() : null;
		return switch (notice.kind()) {
			case SEAT_OFFERED -> (offered != null) ? moment(offered) : null;
			case APPROVAL_ASKED -> (enrolment != null)
					? enrolment.approvalUntil().map((until) -> through(until, session)).orElse(null) : null;
			case INVITED -> say("mail.through", day(session.plan().terms().closingDay()));
			default -> null;
		};
	}

	private String through(Instant until, TrainingSession session) {
		if (session.startsAt().isBefore(until)) {
			return moment(session.startsAt());
		}
		return say("mail.through", day(LocalDate.ofInstant(until.minusSeconds(1), PeopleService.ZONE)));
	}

	private String moment(Instant instant) {
		ZonedDateTime local = instant.atZone(PeopleService.ZONE);
		return say("mail.moment", day(local.toLocalDate()), time("HH.mm").format(local));
	}

	private List<String> days(List<HalfDay> halfDays) {
		return halfDays.stream()
			.map((halfDay) -> day(halfDay.date()) + ", "
					+ say("mail.time", time("HH.mm").format(halfDay.from()), time("HH.mm").format(halfDay.until())))
			.toList();
	}

	private static String day(LocalDate day) {
		return time("EEEE d MMMM yyyy").format(day);
	}

	private static DateTimeFormatter time(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, LANGUAGE);
	}

	// ---- link, subject, calendar

	private String link(Notice notice, TrainingSession session) {
		Enrolment enrolment = notice.enrolment();
		Instant until = useless(notice, session);
		if (enrolment != null && until != null) {
			if (notice.kind() == NoticeKind.APPROVAL_ASKED) {
				return answer("akkoord", APPROVAL, session, enrolment, notice.person(), until);
			}
			if (notice.kind() == NoticeKind.SEAT_OFFERED) {
				return answer("aanbod", OFFER, session, enrolment, notice.person(), until);
			}
		}
		return switch (notice.kind()) {
			case SESSION_CANCELLED, NO_SEAT -> this.address.of("/trainingen");
			case WAITING -> this.address.of("/trainingen/" + session.id() + "/waarom");
			default -> this.address.of("/trainingen/" + session.id());
		};
	}

	private String answer(String page, String purpose, TrainingSession session, Enrolment enrolment, LearnerId person,
			Instant until) {
		String token = this.links.sign(purpose, List.of(session.id().value(), enrolment.id().value(), person.value()),
				until);
		return this.address.of(PublicAddress.LINKS + page + "/" + token);
	}

	private String subject(Notice notice, TrainingSession session) {
		Enrolment enrolment = notice.enrolment();
		String who = (enrolment != null) ? this.meetings.name(enrolment.learner()) : "";
		String subject = say("mail." + notice.kind().code() + ".subject", this.trainings.title(session.training()), who)
			.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ")
			.strip();
		return (subject.length() > LONGEST_SUBJECT) ? subject.substring(0, LONGEST_SUBJECT - 1).strip() + "…" : subject;
	}

	private static boolean hasSeat(Notice notice) {
		return notice.enrolment() != null && notice.enrolment().state().isPlaced();
	}

	private List<Attachment> attachments(Notice notice, TrainingSession session, String to) {
		Enrolment enrolment = notice.enrolment();
		if (enrolment == null) {
			return List.of();
		}
		List<CalendarFile> files = switch (notice.kind().calendar()) {
			case NOTHING -> List.of();
			case INVITATION -> hasSeat(notice)
					? this.calendar.invitation(this.meetings.meeting(session),
							this.meetings.invitee(session, enrolment, to), this.meetings.organiser(session), LANGUAGE)
					: List.of();
			case CANCELLATION -> Notices.everHadSeat(enrolment)
					? this.calendar.cancellation(this.meetings.whole(session),
							this.meetings.invitee(session, enrolment, to), this.meetings.organiser(session), LANGUAGE)
					: List.of();
		};
		return files.stream().map((file) -> new Attachment(file.name(), file.mediaType(), file.content())).toList();
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LANGUAGE);
	}

}
