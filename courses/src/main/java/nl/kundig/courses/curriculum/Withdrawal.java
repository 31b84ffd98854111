package nl.kundig.courses.curriculum;

import java.time.Instant;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * From now on nobody new gets this version. Whoever has it goes on with it.
 *
 * @param version the version that is withdrawn
 */
@Document("withdrawals")
@TypeAlias("withdrawal")
@DataRule(kept = "for ever: it tells why new people get another version",
		exported = "with the organisation's own export", erased = "holds no learner")
public record Withdrawal(@Id String version, String by, Instant at) {
}
