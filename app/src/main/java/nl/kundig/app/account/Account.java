package nl.kundig.app.account;

import java.util.Set;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A way in for one person.
 *
 * @param username lower case
 * @param password encoded
 * @param municipality the municipality whose arrangements this account may see
 * @param region the region it looks after
 * @param email the person's work address, in lower case; nobody else has it
 */
@Document("accounts")
@TypeAlias("account")
@DataRule(kept = "while employed", exported = "whole but the password, to the person", erased = "removed")
record Account(@Id String username, String password, String name, @Indexed LearnerId learner, Set<AccountRole> roles,
		@Nullable MunicipalityId municipality, @Nullable RegionId region,
		@Indexed(unique = true, sparse = true) @Nullable String email) {
}
