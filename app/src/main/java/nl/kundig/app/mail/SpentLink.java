package nl.kundig.app.mail;

import java.time.Instant;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A link that has done what it was for. */
@Document("spentLinks")
@TypeAlias("spentLink")
@DataRule(kept = "until the link would have lapsed", exported = "holds no person", erased = "holds no person")
record SpentLink(@Id String nonce, @Indexed Instant until) {
}
