package nl.kundig.app.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import nl.kundig.app.account.EmailAddress;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mail to one person and how far it is. It changes by conditional replacement only, so
 * that two nodes never have it in hand at once.
 *
 * @param id random; the left part of the Message-ID, so the same at every try
 * @param cycle which time it is that this person gets this template about this thing
 * @param municipality whose coordinators see it, or null for somebody of the region
 * @param lane whether it waits for the end of quiet hours
 * @param uselessFrom when it need not be sent any more, or null
 * @param content null when it was sent or is old: it may carry one-time links
 * @param attempts tries that were begun
 * @param firstTriedAt since when giving up is reckoned
 * @param dueAt when it is to be tried next, or while SENDING when the sender is taken for
 * dead; null when it is done with
 * @param failure of the last try
 * @param endedAt when it was sent or given up
 * @param forgetAt when its content goes, and after that all of it
 */
@Document("outgoingMails")
@TypeAlias("outgoingMail")
@CompoundIndex(def = "{'person': 1, 'template': 1, 'about': 1, 'cycle': 1}", unique = true)
@CompoundIndex(def = "{'lane': 1, 'dueAt': 1}")
@CompoundIndex(def = "{'municipality': 1, 'state': 1, 'writtenAt': -1}")
@CompoundIndex(def = "{'region': 1, 'state': 1, 'writtenAt': -1}")
@DataRule(kept = "its content until it is sent, thirty days at most; that it was sent, one year",
		exported = "whole, to the person", erased = "removed")
public record OutgoingMail(@Id String id, @Version @Nullable Long revision, LearnerId person, String template,
		String about, String cycle, @Nullable MunicipalityId municipality, @Nullable RegionId region, String to,
		String subject, Lane lane, @Nullable Instant uselessFrom, @Nullable Content content, State state, int attempts,
		@Nullable Instant firstTriedAt, @Nullable Instant dueAt, @Nullable MailFailure failure, Instant writtenAt,
		@Nullable Instant endedAt, @Indexed Instant forgetAt) {

	/** Longer than any sender has a mail in hand. */
	static final Duration LEASE = Duration.ofMinutes(10);

	static final Duration CONTENT_KEPT = Duration.ofDays(30);

	static final Duration KEPT = Duration.ofDays(365);

	/** From the first try on; long enough for a weekend's outage to be noticed. */
	private static final Duration PATIENCE = Duration.ofHours(48);

	/** After the first, second … try; from then on the last one. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofMinutes(60), Duration.ofMinutes(240));

	private static final int LONGEST_SUBJECT = 200;

	private static final int LONGEST_BODY = 100_000;

	private static final int LARGEST_ATTACHMENT = 200_000;

	/** Line ends forge headers; other control and format characters hide what is read. */
	private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._|:@-]{1,200}");

	private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}");

	private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+(; [a-z]+=[A-Za-z0-9-]+){0,3}");

	/** In which row a mail stands; urgent ones go first, and at night too. */
	enum Lane {

		URGENT, ORDINARY

	}

	/** How far a mail is. */
	enum State {

		WAITING, SENDING, SENT, GIVEN_UP

	}

	/** What is read; the HTML says the same as the text. */
	record Content(String text, @Nullable String html, List<Attachment> attachments) {

		Content {
			attachments = List.copyOf(attachments);
		}

	}

	/**
	 * A mail as somebody asks the outbox to write it. The first four make its key: the
	 * same key again is the same mail, and is written once.
	 *
	 * @param person to whom it is
	 * @param template which mail it is, as "seat-offered"
	 * @param about what it is about, as the id of an enrolment
	 * @param cycle which time it is about that, as the number of the change that it tells
	 * @param happenedAt when the change happened that it tells; of long ago no mail is
	 * written, so that drawing consequences again years later tells nobody old news
	 * @param to the person's work address
	 * @param subject one line, 200 characters at most
	 * @param text all of it as plain text
	 * @param html the same as HTML, or null
	 * @param urgent whether it may go out in quiet hours
	 * @param uselessFrom when it need not be sent any more, as the deadline of an offer;
	 * or null
	 * @throws IllegalArgumentException when a header could be forged with it, or it is
	 * too long
	 */
	public record Draft(LearnerId person, String template, String about, String cycle, Instant happenedAt, String to,
			String subject, String text, @Nullable String html, List<Attachment> attachments, boolean urgent,
			@Nullable Instant uselessFrom) {

		public Draft {
			attachments = List.copyOf(attachments);
			to = new EmailAddress(to).value();
			check("template", CODE.matcher(template).matches());
			check("about", CODE.matcher(about).matches());
			check("cycle", CODE.matcher(cycle).matches());
			check("subject",
					!subject.isBlank() && subject.length() <= LONGEST_SUBJECT && ONE_LINE.matcher(subject).matches());
			check("text", !text.isBlank() && text.length() <= LONGEST_BODY);
			check("html", html == null || (!html.isBlank() && html.length() <= LONGEST_BODY));
		}

		/**
		 * An ordinary mail: it waits for the end of quiet hours, and never grows useless.
		 */
		public Draft(LearnerId person, String template, String about, String cycle, Instant happenedAt, String to,
				String subject, String text, @Nullable String html, List<Attachment> attachments) {
			this(person, template, about, cycle, happenedAt, to, subject, text, html, attachments, false, null);
		}

		/** The same mail, that may go out in quiet hours. */
		public Draft urgently() {
			return new Draft(this.person, this.template, this.about, this.cycle, this.happenedAt, this.to, this.subject,
					this.text, this.html, this.attachments, true, this.uselessFrom);
		}

		/**
		 * The same mail, that need not be sent from then on, as after the deadline of an
		 * offer.
		 */
		public Draft until(Instant useless) {
			return new Draft(this.person, this.template, this.about, this.cycle, this.happenedAt, this.to, this.subject,
					this.text, this.html, this.attachments, this.urgent, useless);
		}

	}

	/**
	 * A file that goes along. One of type {@code text/calendar} is also offered as the
	 * invitation itself, which calendars ask for.
	 *
	 * @param name letters, digits, dots and dashes
	 * @param type as "text/calendar; charset=UTF-8; method=REQUEST"
	 */
	public record Attachment(String name, String type, byte[] bytes) {

		public Attachment {
			check("attachment's name", FILE.matcher(name).matches());
			check("attachment's type", TYPE.matcher(type).matches());
			check("attachment", bytes.length <= LARGEST_ATTACHMENT);
		}

		boolean isInvitation() {
			return this.type.startsWith("text/calendar");
		}

	}

	static OutgoingMail of(String id, Draft draft, @Nullable MunicipalityId municipality, @Nullable RegionId region,
			Instant now) {
		return new OutgoingMail(id, null, draft.person(), draft.template(), draft.about(), draft.cycle(), municipality,
				region, draft.to(), draft.subject(), draft.urgent() ? Lane.URGENT : Lane.ORDINARY, draft.uselessFrom(),
				new Content(draft.text(), draft.html(), draft.attachments()), State.WAITING, 0, null, now, null, now,
				null, now.plus(CONTENT_KEPT));
	}

	/** Whether there is no use in trying, and why. */
	@Nullable MailFailure hopeless(Instant now) {
		if (this.content == null) {
			return MailFailure.NEVER_SENT;
		}
		if (this.uselessFrom != null && !now.isBefore(this.uselessFrom)) {
			return MailFailure.TOO_LATE;
		}
		if (isOutOfPatience(now)) {
			return (this.failure != null) ? this.failure : MailFailure.INTERRUPTED;
		}
		return null;
	}

	OutgoingMail claimed(Instant now) {
		return with(State.SENDING, this.attempts + 1, (this.firstTriedAt != null) ? this.firstTriedAt : now,
				now.plus(LEASE), this.failure, null, this.content, this.forgetAt);
	}

	OutgoingMail sent(Instant now) {
		return with(State.SENT, this.attempts, this.firstTriedAt, null, null, now, null, now.plus(KEPT));
	}

	/** To be tried again later, unless that is useless or two days have passed. */
	OutgoingMail failed(MailFailure why, Instant now) {
		if (why.isFinal() || isOutOfPatience(now)) {
			return givenUp(why, now);
		}
		Duration pause = PAUSES.get(Math.clamp(this.attempts - 1L, 0, PAUSES.size() - 1));
		return with(State.WAITING, this.attempts, this.firstTriedAt, now.plus(pause), why, null, this.content,
				this.forgetAt);
	}

	OutgoingMail givenUp(MailFailure why, Instant now) {
		return with(State.GIVEN_UP, this.attempts, this.firstTriedAt, null, why, now, this.content, this.forgetAt);
	}

	/** Somebody asks for another try, and for patience from the start. */
	OutgoingMail again(Instant now) {
		return with(State.WAITING, 0, null, now, null, null, this.content, this.forgetAt);
	}

	/** Whether asking for another try has a meaning. */
	boolean mayBeTriedAgain(Instant now) {
		boolean ended = this.state == State.GIVEN_UP || (this.state == State.WAITING && this.attempts > 0);
		return ended && this.content != null && (this.uselessFrom == null || now.isBefore(this.uselessFrom));
	}

	/** Without its content; what was not sent by now never will be. */
	OutgoingMail forgotten(Instant now) {
		boolean open = this.state != State.SENT && this.state != State.GIVEN_UP;
		return with(open ? State.GIVEN_UP : this.state, this.attempts, this.firstTriedAt, null,
				open ? MailFailure.NEVER_SENT : this.failure, open ? now : this.endedAt, null,
				this.writtenAt.plus(KEPT));
	}

	private boolean isOutOfPatience(Instant now) {
		return this.firstTriedAt != null && !now.isBefore(this.firstTriedAt.plus(PATIENCE));
	}

	private OutgoingMail with(State newState, int newAttempts, @Nullable Instant newFirstTriedAt,
			@Nullable Instant newDueAt, @Nullable MailFailure newFailure, @Nullable Instant newEndedAt,
			@Nullable Content newContent, Instant newForgetAt) {
		return new OutgoingMail(this.id, this.revision, this.person, this.template, this.about, this.cycle,
				this.municipality, this.region, this.to, this.subject, this.lane, this.uselessFrom, newContent,
				newState, newAttempts, newFirstTriedAt, newDueAt, newFailure, this.writtenAt, newEndedAt, newForgetAt);
	}

	/** The value is not repeated: it may name a person. */
	private static void check(String what, boolean holds) {
		if (!holds) {
			throw new IllegalArgumentException("not the " + what + " of a mail");
		}
	}

}
