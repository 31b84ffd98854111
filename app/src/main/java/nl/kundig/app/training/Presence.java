package nl.kundig.app.training;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether somebody was there, as an attendance list says it. */
enum Presence {

	PRESENT,

	ABSENT_WITH_NOTICE,

	NO_SHOW;

	/** Only the letters and digits of what people write. */
	private static final Map<Presence, Set<String>> WORDS = Map.of(PRESENT, Set.of("aanwezig", "present", "ja", "j",
			"yes", "y", "x", "v", "✓", "✔", "1", "waar", "true", "deelgenomen", "attended", "geweest"),
			ABSENT_WITH_NOTICE,
			Set.of("afwezigmetbericht", "metbericht", "afgemeld", "afgezegd", "absentwithnotice", "withnotice",
					"excused", "cancelled"),
			NO_SHOW, Set.of("noshow", "afwezigzonderbericht", "zonderbericht", "nietverschenen", "nietafgemeld",
					"absentwithoutnotice", "withoutnotice", "didnotattend"));

	/** Absent, but with or without notice? */
	private static final Set<String> ABSENT = Set.of("afwezig", "absent", "nee", "n", "no", "0", "onwaar", "false",
			"nietaanwezig", "notpresent", "a");

	static Optional<Presence> of(String typed) {
		String word = word(typed);
		return WORDS.entrySet()
			.stream()
			.filter((words) -> words.getValue().contains(word))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/**
	 * Whether it says that somebody was absent, and leaves out whether there was notice.
	 */
	static boolean isAbsentSomehow(String typed) {
		return ABSENT.contains(word(typed));
	}

	private static String word(String typed) {
		return typed.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}✓✔]", "");
	}

}
