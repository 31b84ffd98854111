package nl.kundig.app.training;

import java.util.List;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;

/**
 * Somebody who can be sent instead.
 *
 * @param roles held in the same municipality, to tell namesakes apart
 * @param waits whether the colleague is on the list for this session
 */
record Colleague(LearnerId id, String name, List<LearnerRole> roles, boolean waits) {
}
