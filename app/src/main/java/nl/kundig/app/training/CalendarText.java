package nl.kundig.app.training;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import net.fortuna.ical4j.model.Calendar;

/** Text as iCalendar wants it. */
final class CalendarText {

	/** Of a line, in octets of UTF-8 without its end (RFC 5545, 3.1). */
	private static final int LONGEST_LINE = 75;

	private CalendarText() {
	}

	/**
	 * One kind of line end, and no signs that a calendar may not hold or readers drop.
	 */
	static String text(String typed) {
		return typed.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
	}

	/**
	 * A name in a parameter, where a quotation mark cannot be written; some readers take
	 * a backslash for the beginning of one.
	 */
	static String parameter(String typed) {
		return typed.replace('"', '\'').replace('\\', '/').replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
	}

	/**
	 * The library counts letters when it folds, so that a line of other letters than ours
	 * gets too long; this counts octets.
	 */
	static byte[] bytes(Calendar calendar) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (String line : calendar.toString().split("\r\n")) {
			fold(line, out);
		}
		return out.toByteArray();
	}

	static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void fold(String line, ByteArrayOutputStream out) {
		int room = LONGEST_LINE;
		for (int point : line.codePoints().toArray()) {
			byte[] octets = Character.toString(point).getBytes(StandardCharsets.UTF_8);
			if (octets.length > room) {
				out.writeBytes(new byte[] { '\r', '\n', ' ' });
				room = LONGEST_LINE - 1;
			}
			out.writeBytes(octets);
			room -= octets.length;
		}
		out.writeBytes(new byte[] { '\r', '\n' });
	}

}
