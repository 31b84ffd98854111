package nl.kundig.app.training;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small session and lists about it. */
final class AttendanceFiles {

	static final Expected ANNA = new Expected("e1", "Anna de Vries", "anna@waterkerk.example", null);

	static final Expected ZOE = new Expected("e2", "Zoë Yıldız", "zoe@waterkerk.example", Presence.PRESENT);

	static final Expected BRAM = new Expected("e3", "Bram Bakker", "bram@hoogveld.example", null);

	static final Expected OTHER_BRAM = new Expected("e4", "Bram Bakker", "b.bakker@waterkerk.example", null);

	/** Of whom no address is known. */
	static final Expected CARLA = new Expected("e5", "Carla 't Hart", null, null);

	static final List<Expected> EVERYBODY = List.of(ANNA, ZOE, BRAM, OTHER_BRAM, CARLA);

	static final Charset WINDOWS = Charset.forName("windows-1252");

	private AttendanceFiles() {
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] marked(String text, Charset encoding) {
		return ("\uFEFF" + text).getBytes(encoding);
	}

	/** A list with both kinds of column, semicolons between them. */
	static String list(String... rows) {
		return "Naam;Werk-e-mail;Aanwezig\r\n" + String.join("\r\n", rows) + "\r\n";
	}

	static AttendancePreview read(String text) {
		return AttendanceFile.read(utf8(text), EVERYBODY, null);
	}

}
