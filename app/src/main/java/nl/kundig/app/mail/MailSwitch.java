package nl.kundig.app.mail;

import java.time.Clock;
import java.util.Optional;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Stops all sending, on every node, and lets it go on. */
@Component
class MailSwitch {

	private final MongoOperations mongo;

	private final Clock clock;

	MailSwitch(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** What was decided last, if anything ever was. */
	Optional<MailPause> last() {
		return Optional.ofNullable(this.mongo.findById(MailPause.ID, MailPause.class));
	}

	boolean isPaused() {
		return last().filter(MailPause::paused).isPresent();
	}

	void set(boolean paused, String by, String why) {
		this.mongo.save(new MailPause(MailPause.ID, paused, by, why, this.clock.instant()));
	}

}
