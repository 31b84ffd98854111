package nl.kundig.app.training;

/** A session in somebody's own calendar, and how sure it is. */
record FeedMeeting(Meeting meeting, Invitee invitee, Certainty certainty) {

	/** How sure it is that the person goes. */
	enum Certainty {

		/** Has a seat. */
		CONFIRMED,

		/** Is offered a seat. */
		TENTATIVE,

		/** Had a seat, or the session is cancelled. */
		CANCELLED

	}

}
