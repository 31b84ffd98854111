package nl.kundig.app.account;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that mail can go to, in lower case. Narrower than RFC 5321: no quoted names
 * and no addresses without a domain, since no municipality hands those out.
 */
public record EmailAddress(String value) {

	private static final int LONGEST = 254;

	private static final Pattern ADDRESS = Pattern
		.compile("(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
				+ "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

	/**
	 * Reads an address as it was typed.
	 * @throws IllegalArgumentException when it is none; the text is not repeated
	 */
	public EmailAddress {
		value = value.strip().toLowerCase(Locale.ROOT);
		if (value.length() > LONGEST || !ADDRESS.matcher(value).matches()) {
			throw new IllegalArgumentException("not an e-mail address");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
