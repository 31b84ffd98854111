package nl.kundig.courses.duty;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How somebody stood when that was last looked at, for lists and dashboards. Made from
 * facts, and may be thrown away.
 */
@Document("standings")
@TypeAlias("standing")
@DataRule(kept = "as long as the learner", exported = "not: it is made from what is exported", erased = "removed")
record StandingView(@Id LearnerId learner, Standing standing) {
}
