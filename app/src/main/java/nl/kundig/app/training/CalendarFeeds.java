package nl.kundig.app.training;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import nl.kundig.courses.people.LearnerId;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Gives everybody who asks for it one secret address, and finds whose address it is. */
@Service
class CalendarFeeds {

	private static final Pattern SECRET = Pattern.compile("[0-9a-f]{40}");

	private final CalendarFeedRepository feeds;

	private final MongoOperations mongo;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	CalendarFeeds(CalendarFeedRepository feeds, MongoOperations mongo, Clock clock) {
		this.feeds = feeds;
		this.mongo = mongo;
		this.clock = clock;
	}

	/** This person's address, when there is one. */
	Optional<CalendarFeed> known(LearnerId learner) {
		return this.feeds.findById(learner);
	}

	/** This person's address; made now when there is none. */
	CalendarFeed feed(LearnerId learner) {
		return this.feeds.findById(learner).orElseGet(() -> first(learner));
	}

	/** Another address; the one before is dead at once. */
	CalendarFeed renew(LearnerId learner) {
		CalendarFeed before = feed(learner);
		return this.feeds.save(new CalendarFeed(learner, secret(), before.createdAt(), this.clock.instant()));
	}

	/** Whose address it is; nobody's when it is renewed or was never one. */
	Optional<LearnerId> owner(String secret) {
		return SECRET.matcher(secret).matches() ? this.feeds.findBySecret(secret).map(CalendarFeed::learner)
				: Optional.empty();
	}

	private CalendarFeed first(LearnerId learner) {
		Instant now = this.clock.instant();
		try {
			return this.mongo.insert(new CalendarFeed(learner, secret(), now, now));
		}
		catch (DuplicateKeyException ex) {
			// Asked for twice at once: the first one is the address.
			return this.feeds.findById(learner).orElseThrow();
		}
	}

	private String secret() {
		byte[] bytes = new byte[20];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
