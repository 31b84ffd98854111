package nl.kundig.app.training;

/**
 * Who gets a session in the calendar.
 *
 * @param learner identifies the person
 * @param round how often this person enrolled for this session before; from 0
 */
record Invitee(String learner, String name, String email, int round) {

	/** A person may enrol five times for one session. */
	static final int MOST_ROUNDS = 5;

	Invitee {
		if (round < 0 || round >= MOST_ROUNDS) {
			throw new IllegalArgumentException("Round " + round);
		}
	}
}
