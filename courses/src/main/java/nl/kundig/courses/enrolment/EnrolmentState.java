package nl.kundig.courses.enrolment;

/**
 * How far an enrolment is. Named and never ordered: {@link Transitions} says what
 * follows.
 */
public enum EnrolmentState {

	/** Asked for; waits for the manager where the municipality wants that. */
	REQUESTED,

	/** The manager agrees; passes at once to a seat or the list. */
	APPROVED,

	/** On the waiting list. */
	WAITING,

	/** A seat is kept until a deadline. */
	OFFERED,

	/** Has a seat. */
	PLACED,

	/** Has a seat and is on the list that went to the provider. */
	HANDED_OVER,

	/** Has a seat and the provider knows. */
	CONFIRMED,

	ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW,

	/** Was there, and the provider's proof is there too. */
	PROOF_RECEIVED,

	/** The manager does not agree. */
	REFUSED,

	CANCELLED;

	/** Whether something may still come of it. */
	public boolean isOpen() {
		return switch (this) {
			case REQUESTED, APPROVED, WAITING, OFFERED, PLACED, HANDED_OVER, CONFIRMED -> true;
			case ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW, PROOF_RECEIVED, REFUSED, CANCELLED -> false;
		};
	}

	/** Whether the seat is the person's own: no deadline, no question. */
	public boolean isPlaced() {
		return switch (this) {
			case PLACED, HANDED_OVER, CONFIRMED -> true;
			case REQUESTED, APPROVED, WAITING, OFFERED, ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW, PROOF_RECEIVED, REFUSED,
					CANCELLED ->
				false;
		};
	}

	/** Whether it is known if the person was there. */
	public boolean isAfterwards() {
		return switch (this) {
			case ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW, PROOF_RECEIVED -> true;
			case REQUESTED, APPROVED, WAITING, OFFERED, PLACED, HANDED_OVER, CONFIRMED, REFUSED, CANCELLED -> false;
		};
	}

}
