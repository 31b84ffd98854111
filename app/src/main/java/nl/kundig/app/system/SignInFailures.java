package nl.kundig.app.system;

import java.time.Instant;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How often signing in failed under one key since the window opened; the key is a hash.
 */
@Document("signInFailures")
@TypeAlias("signInFailures")
@DataRule(kept = "fifteen minutes", exported = "not: gone before anybody could ask", erased = "removed by itself")
record SignInFailures(@Id String key, int count, @Indexed Instant until) {
}
