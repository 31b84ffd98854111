package nl.kundig.courses.duty;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How somebody stood when that was last looked at, for lists and dashboards. Made from
 * facts, and may be thrown away.
 *
 * @param revision one more at each replacement, so that who looked earlier does not write
 * over who looked later
 */
@Document("standings")
@TypeAlias("standing")
@DataRule(kept = "as long as the learner", exported = "not: it is made from what is exported", erased = "removed")
record StandingView(@Id LearnerId learner, Standing standing, long revision) {

	static StandingView first(Standing standing) {
		return new StandingView(standing.learner(), standing, 1);
	}

	StandingView next(Standing now) {
		return new StandingView(this.learner, now, this.revision + 1);
	}

}
