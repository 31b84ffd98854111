package nl.kundig.courses.content;

import java.util.Locale;

/**
 * How somebody gets at what a reference points to. Kundig gives no access itself: it says
 * what to expect before somebody clicks.
 */
public enum Access {

	/** Everybody can open it. */
	PUBLIC,

	/** Whoever registers with the provider. */
	AFTER_REGISTRATION,

	/** Behind the login of the region. */
	BEHIND_REGION_LOGIN,

	/** The provider gives it to who asks. */
	ON_REQUEST,

	/** It is no longer where it was. */
	MOVED_OR_GONE;

	/** The code in content files and message keys: "after-registration". */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
