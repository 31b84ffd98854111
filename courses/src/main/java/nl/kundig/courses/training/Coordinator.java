package nl.kundig.courses.training;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;

/**
 * Who decides about proofs.
 *
 * @param username the account, as it stays in the history
 * @param learner the same person as a learner: nobody decides about oneself
 * @param municipality the one whose proofs this person looks at
 */
public record Coordinator(String username, LearnerId learner, MunicipalityId municipality) {
}
