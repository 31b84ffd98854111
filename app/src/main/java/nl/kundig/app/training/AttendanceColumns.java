package nl.kundig.app.training;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which column of a list says what; -1 when none does.
 *
 * @param doubled whether two columns say the same kind of thing
 */
record AttendanceColumns(int email, int name, int presence, boolean doubled) {

	/** Only the letters of what people write above a column. */
	private static final Set<String> EMAIL = Set.of("email", "mail", "emailadres", "mailadres", "zakelijkemail",
			"zakelijkemailadres", "zakelijkmailadres", "werkemail", "werkmail", "werkemailadres", "workemail",
			"emailaddress", "workemailaddress");

	private static final Set<String> NAME = Set.of("naam", "deelnemer", "naamdeelnemer", "volledigenaam", "name",
			"participant", "participantname", "nameparticipant", "fullname", "medewerker", "employee");

	private static final Set<String> PRESENCE = Set.of("aanwezig", "aanwezigheid", "presentie", "deelname",
			"deelgenomen", "status", "attendance", "present", "presence", "attended");

	static AttendanceColumns of(List<String> headings) {
		List<String> words = headings.stream().map(AttendanceColumns::word).toList();
		return new AttendanceColumns(first(words, EMAIL), first(words, NAME), first(words, PRESENCE),
				isDoubled(words, EMAIL) || isDoubled(words, NAME) || isDoubled(words, PRESENCE));
	}

	boolean hasPerson() {
		return this.email >= 0 || this.name >= 0;
	}

	boolean hasPresence() {
		return this.presence >= 0;
	}

	/** How many columns say something that we use. */
	int known() {
		return ((this.email >= 0) ? 1 : 0) + ((this.name >= 0) ? 1 : 0) + ((this.presence >= 0) ? 1 : 0);
	}

	int last() {
		return Math.max(this.email, Math.max(this.name, this.presence));
	}

	private static int first(List<String> words, Set<String> wanted) {
		for (int i = 0; i < words.size(); i++) {
			if (wanted.contains(words.get(i))) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isDoubled(List<String> words, Set<String> wanted) {
		return words.stream().filter(wanted::contains).count() > 1;
	}

	private static String word(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("\\P{L}", "");
	}

}
