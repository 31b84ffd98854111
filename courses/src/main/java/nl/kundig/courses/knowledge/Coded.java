package nl.kundig.courses.knowledge;

import java.util.Locale;

/**
 * A word of a fixed vocabulary; its code is how content files, URLs and message keys
 * write it.
 */
public interface Coded {

	String name();

	/** The name in lower case with hyphens: "usually-needs-context". */
	default String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
