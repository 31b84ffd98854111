package nl.kundig.app.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What will be recorded, by enrolment.
 */
record AttendanceChanges(Map<String, Presence> presences) {

	static final AttendanceChanges NONE = new AttendanceChanges(Map.of());

	AttendanceChanges {
		presences = Map.copyOf(presences);
	}

	/**
	 * Stands for these changes to what is recorded now, so that what was previewed is
	 * what is done: it is another one as soon as either differs.
	 */
	String fingerprint(Collection<Expected> now) {
		MessageDigest digest = sha256();
		List<Expected> sorted = now.stream().sorted(Comparator.comparing(Expected::enrolment)).toList();
		for (Expected person : sorted) {
			add(digest, person.enrolment());
			add(digest, String.valueOf(person.recorded()));
		}
		add(digest, "changes");
		new TreeMap<>(this.presences).forEach((enrolment, presence) -> {
			add(digest, enrolment);
			add(digest, presence.name());
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	/** With its length in front, so that no two lists of words give the same bytes. */
	private static void add(MessageDigest digest, String word) {
		byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
		digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
		digest.update(bytes);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
