package nl.kundig.app.mail;

import java.time.Instant;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What links of one year are signed with. Who can read the store could forge a link, and
 * could as well change what the link would change.
 *
 * @param id the year
 */
@Document("signingKeys")
@TypeAlias("signingKey")
@DataRule(kept = "two years, so that old links still verify", exported = "not: a secret, about nobody",
		erased = "holds no person")
record SigningKey(@Id String id, byte[] secret, @Indexed Instant createdAt) {

	@Override
	public String toString() {
		return "SigningKey " + this.id;
	}

}
