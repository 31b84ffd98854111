package nl.kundig.app.mail;

import java.time.Instant;
import java.util.List;

/**
 * What a link that was checked says.
 *
 * @param purpose what it may be used for, as "approve-enrolment"
 * @param about ids, in the order they were signed in
 * @param until from then on it does not work
 * @param nonce makes it the only one of its kind
 */
public record SignedLink(String purpose, List<String> about, Instant until, String nonce) {

	public SignedLink {
		about = List.copyOf(about);
	}

}
