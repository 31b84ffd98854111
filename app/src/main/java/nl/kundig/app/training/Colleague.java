package nl.kundig.app.training;

import nl.kundig.courses.people.LearnerId;

/**
 * Somebody who can be sent instead.
 *
 * @param unit where the colleague works, to tell namesakes apart; empty when unknown
 * @param waits whether the colleague is on the list for this session
 */
record Colleague(LearnerId id, String name, String unit, boolean waits) {
}
