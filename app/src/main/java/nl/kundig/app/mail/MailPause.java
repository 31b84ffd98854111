package nl.kundig.app.mail;

import java.time.Instant;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether all sending stands still, since when, by whom and why; the last time somebody
 * decided it.
 */
@Document("mailPauses")
@TypeAlias("mailPause")
@DataRule(kept = "until somebody decides anew", exported = "with the organisation's own export",
		erased = "the name is removed")
record MailPause(@Id String id, boolean paused, String by, String why, Instant at) {

	static final String ID = "sending";

}
