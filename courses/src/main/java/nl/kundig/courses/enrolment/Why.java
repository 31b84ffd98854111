package nl.kundig.courses.enrolment;

import java.util.Locale;

/** Why an enrolment came into a state; each has its own text on the screen. */
public enum Why {

	/** Asked for by the person. */
	APPLIED,

	/** Asked for by the coordinator, for the person. */
	NOMINATED,

	/** Put on the session by a coordinator, without the manager. */
	ADDED,

	APPROVED_BY_MANAGER, REFUSED_BY_MANAGER,

	/** The coordinator named another manager. */
	OTHER_MANAGER_ASKED,

	/** Nobody answered in time. */
	APPROVAL_LAPSED,

	/** The manager said yes to the colleague whose seat this was. */
	APPROVAL_CARRIED_OVER,

	/** There was a free seat, and nobody waited for it. */
	FREE_SEAT,

	/** No seat was free, or somebody waited for it already. */
	NO_FREE_SEAT,

	/** A seat became free, and this was the next one in the order. */
	NEXT_IN_ORDER,

	OFFER_ACCEPTED,

	/** Does not want this seat, and stays on the list or leaves it. */
	OFFER_DECLINED,

	/** Nobody answered in time; stays on the list. */
	OFFER_LAPSED,

	/** Withdrew. */
	WITHDRAWN,

	/** Taken off by a coordinator. */
	BY_COORDINATOR,

	/** The seat went to a colleague. */
	SEAT_GIVEN_TO_COLLEAGUE,

	/** The seat came from a colleague. */
	SEAT_FROM_COLLEAGUE,

	SESSION_CANCELLED,

	/** Works there no longer. */
	ROLE_LEFT,

	/** The session began and no seat had come free. */
	STARTED_WITHOUT_SEAT,

	/** On the list that went to the provider. */
	HANDED_OVER,

	/** The provider knows. */
	CONFIRMED,

	/** The list of who was there came in. */
	ATTENDANCE_RECORDED,

	/** What was written down was wrong. */
	CORRECTED,

	/** The proof was looked at and is right. */
	PROOF_ACCEPTED;

	/** The code in message keys: "free-seat". */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
