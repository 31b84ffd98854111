package nl.kundig.app.training;

import java.util.Locale;

/** What somebody is told of by mail; each has its own text. */
enum NoticeKind {

	/** To the manager: somebody wants to come. */
	APPROVAL_ASKED(Calendar.NOTHING),

	/** Somebody else asked for the person. */
	ASKED_FOR_YOU(Calendar.NOTHING),

	/** On the waiting list. */
	WAITING(Calendar.NOTHING),

	/** A seat is kept until a deadline. */
	SEAT_OFFERED(Calendar.NOTHING),

	/** The deadline is over; still on the list. */
	OFFER_LAPSED(Calendar.NOTHING),

	/** Somebody else said no to the seat. */
	OFFER_DECLINED(Calendar.NOTHING),

	PLACED(Calendar.INVITATION),

	HANDED_OVER(Calendar.NOTHING),

	CONFIRMED(Calendar.NOTHING),

	/** The manager does not agree. */
	REFUSED(Calendar.NOTHING),

	/** The manager did not answer. */
	APPROVAL_LAPSED(Calendar.NOTHING),

	/** The person withdrew. */
	WITHDRAWN(Calendar.CANCELLATION),

	/** A coordinator took the person off. */
	TAKEN_OFF(Calendar.CANCELLATION),

	/** Works for the municipality no longer. */
	ROLE_LEFT(Calendar.CANCELLATION),

	/** A colleague goes instead. */
	SEAT_GIVEN_AWAY(Calendar.CANCELLATION),

	/** It began, and no seat came free. */
	NO_SEAT(Calendar.NOTHING),

	SESSION_MOVED(Calendar.INVITATION),

	SESSION_CANCELLED(Calendar.CANCELLATION),

	/** There is a date for what the person is interested in. */
	INVITED(Calendar.NOTHING);

	private final Calendar calendar;

	NoticeKind(Calendar calendar) {
		this.calendar = calendar;
	}

	/** What happens in the calendar of who has or had a seat. */
	enum Calendar {

		NOTHING, INVITATION, CANCELLATION

	}

	Calendar calendar() {
		return this.calendar;
	}

	/** The code of the mail and in message keys: "seat-offered". */
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
