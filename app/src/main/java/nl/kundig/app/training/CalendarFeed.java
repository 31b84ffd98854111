package nl.kundig.app.training;

import java.time.Instant;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The address under which a calendar fetches somebody's sessions.
 *
 * @param secret 160 random bits. Readable, so that a person finds the address again; who
 * can read it here can read the sessions themselves.
 */
@Document("calendarFeeds")
@TypeAlias("calendarFeed")
@DataRule(kept = "while employed, a secret until it is renewed", exported = "whole, to the person", erased = "removed")
record CalendarFeed(@Id LearnerId learner, @Indexed(unique = true) String secret, Instant createdAt,
		Instant renewedAt) {

	/** Nobody reads a secret from a log. */
	@Override
	public String toString() {
		return "CalendarFeed[learner=" + this.learner + ", renewedAt=" + this.renewedAt + "]";
	}

}
