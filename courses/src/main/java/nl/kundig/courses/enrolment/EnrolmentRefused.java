package nl.kundig.courses.enrolment;

import java.util.Locale;

/** It cannot be done with this enrolment; nothing was stored. */
public class EnrolmentRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		UNKNOWN_SESSION, UNKNOWN_ENROLMENT, UNKNOWN_LEARNER,

		/** It is somebody else's. */
		NOT_YOURS,

		/** The person belongs to another municipality. */
		NOT_YOUR_MUNICIPALITY,

		/** The session is of another region. */
		NOT_YOUR_REGION,

		/** Somebody in another role does this. */
		NOT_YOUR_ROLE,

		/** Who asks does not run this session. */
		NOT_YOUR_SESSION,

		/** People of this municipality cannot come to this session. */
		NOT_OPEN_TO_MUNICIPALITY,

		/** The person does not work there. */
		NO_ROLE_THERE,

		/** The municipality wants a manager to agree, and none was named. */
		NO_MANAGER,

		/** Who was named manages nobody there. */
		NOT_A_MANAGER,

		/** The manager manages nobody there any more. */
		MANAGES_NO_LONGER,

		/** Nobody waits for a manager's answer. */
		NOBODY_ASKED,

		/** Nobody agrees to their own request. */
		OWN_MANAGER,

		/** The last day to apply is over. */
		CLOSED,

		/** It has begun. */
		STARTED,

		SESSION_CANCELLED,

		/** Five times is enough. */
		TOO_OFTEN, TEXT_TOO_LONG,

		/** It must be said why. */
		NO_REASON,

		/** Something is asked before; the person must say that this is right. */
		PREREQUISITE_UNCONFIRMED,

		/** The manager has not answered yet. */
		WAITS_FOR_MANAGER,

		/** On the list, without an offer. */
		ON_THE_LIST,

		/** There is an offer to answer first. */
		HAS_OFFER,

		/** The seat is the person's already. */
		HAS_SEAT,

		/** Not on the list for the provider yet. */
		NOT_HANDED_OVER,

		/** It is known already whether the person was there. */
		ATTENDANCE_KNOWN,

		/** Nobody writes down of themselves that they were there. */
		OWN_ATTENDANCE,

		/** It is not known yet whether the person was there. */
		ATTENDANCE_UNKNOWN,

		/** The manager did not agree. */
		REFUSED_BY_MANAGER,

		/** The enrolment was cancelled. */
		CANCELLED,

		/** The time to answer the offer is over. */
		OFFER_OVER,

		/** The time to answer the request is over. */
		APPROVAL_OVER,

		/** The last half-day has not begun yet. */
		TOO_EARLY,

		/** Nobody was named. */
		NOBODY,

		/** Giving the seat to oneself. */
		COLLEAGUE_IS_HOLDER,

		COLLEAGUE_OF_OTHER_MUNICIPALITY,

		/** The colleague has a seat, or one is kept for them. */
		COLLEAGUE_HAS_SEAT,

		/** Others waited longer for this seat. */
		COLLEAGUE_PASSES_THE_LIST;

		/** The code in message keys: "offer-over". */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private final Reason reason;

	EnrolmentRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
