package nl.kundig.app.training;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static nl.kundig.app.training.AttendanceFiles.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files as nobody makes them, 20,000 from one seed; the seed is in the name of a failure.
 */
class AttendanceFuzzTests {

	private static final int FILES = 20_000;

	private static final long SEED = 20_270_318L;

	private static final List<String> WORDS = List.of("Naam", "E-mail", "Aanwezig", "Status", "Anna de Vries",
			"Zoë Yıldız", "Bram Bakker", "Carla 't Hart", "anna@waterkerk.example", "ja", "no-show", "afgemeld", "nee",
			"", " ", "\"", "\"\"", "=1+1", "'=1", "sep=;", "\u00A0", "😀", "\uFEFF", "\u0000", "x".repeat(300));

	private static final List<String> BETWEEN = List.of(";", ";", ";", ",", "\t", "|", "\r\n", "\n", "\r", "\n\n");

	private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_8,
			StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, AttendanceFiles.WINDOWS);

	private static final Set<String> SEATS = EVERYBODY.stream().map(Expected::enrolment).collect(Collectors.toSet());

	@Test
	void everyFileIsReadOrRefusedAndNothingIsHalfDone() {
		Map<FileProblem, Integer> problems = new EnumMap<>(FileProblem.class);
		int done = 0;
		int stopped = 0;
		for (int i = 0; i < FILES; i++) {
			byte[] file = file(new Random(SEED + i));
			AttendancePreview preview = read(file, SEED + i);
			if (preview.problem() != null) {
				problems.merge(preview.problem(), 1, Integer::sum);
			}
			else if (preview.isStopped()) {
				stopped++;
			}
			else if (preview.canBeDone()) {
				done++;
			}
		}
		// The files are of every sort, or this would tell little.
		assertThat(done).isGreaterThan(300);
		assertThat(stopped).isGreaterThan(3_000);
		assertThat(problems.keySet()).contains(FileProblem.EMPTY, FileProblem.NOT_TEXT, FileProblem.BROKEN_QUOTES,
				FileProblem.NO_PERSON_COLUMN, FileProblem.NO_ATTENDANCE_COLUMN, FileProblem.DOUBLED_COLUMN,
				FileProblem.NO_ROWS);
	}

	/** Without a bound on names, one of these took minutes. */
	@Test
	void readsTheLargestFilesThatAreMadeToBeSlow() {
		for (String word : List.of("\"", ";", "a", "\n", "=", ";\n", "\"\"\n", "\t,;", "Naam;Aanwezig\n", "\u0301",
				"\u0301\u0323", " ")) {
			for (String start : List.of("", "Naam;E-mail;Aanwezig\n", "Naam;Aanwezig\nAnna")) {
				int times = (AttendanceFile.LARGEST - start.length()) / AttendanceFiles.utf8(word).length;
				byte[] file = AttendanceFiles.utf8(start + word.repeat(times));
				assertThat(read(file, times).canBeDone()).as("'%s', then many of '%s'", start, word).isFalse();
			}
		}
	}

	private static AttendancePreview read(byte[] file, long seed) {
		try {
			AttendancePreview preview = AttendanceFile.read(file, EVERYBODY, null);
			Set<String> changed = preview.changes().presences().keySet();
			assertThat(SEATS).as("seed %d", seed).containsAll(changed);
			assertThat(preview.isStopped() && !changed.isEmpty()).as("seed %d", seed).isFalse();
			assertThat(preview.problem() == null || preview.rows().isEmpty()).as("seed %d", seed).isTrue();
			assertThat(preview.fingerprint()).isEqualTo(preview.changes().fingerprint(EVERYBODY));
			return preview;
		}
		catch (RuntimeException ex) {
			throw new AssertionError("seed " + seed, ex);
		}
	}

	private static byte[] file(Random random) {
		byte[] file = text(random).getBytes(ENCODINGS.get(random.nextInt(ENCODINGS.size())));
		switch (random.nextInt(6)) {
			case 0 -> {
				for (int i = 0; i < Math.min(file.length, 1 + random.nextInt(5)); i++) {
					file[random.nextInt(file.length)] = (byte) random.nextInt(256);
				}
			}
			case 1 -> file = Arrays.copyOf(file, random.nextInt(file.length + 3));
			case 2 -> {
				if (random.nextInt(4) == 0) {
					file = new byte[random.nextInt(200)];
					random.nextBytes(file);
				}
			}
			default -> {
			}
		}
		return file;
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
		if (random.nextInt(3) > 0) {
			text.append("Naam;E-mail;Aanwezig\r\n");
			for (int rows = random.nextInt(4); rows > 0; rows--) {
				Expected person = EVERYBODY.get(random.nextInt(EVERYBODY.size()));
				text.append(person.name()).append(';').append(random.nextBoolean() ? person.email() : "").append(';');
				text.append(WORDS.get(9 + random.nextInt(5))).append("\r\n");
			}
		}
		for (int words = random.nextInt(random.nextBoolean() ? 2 : 40); words > 0; words--) {
			text.append(WORDS.get(random.nextInt(WORDS.size()))).append(BETWEEN.get(random.nextInt(BETWEEN.size())));
		}
		return text.toString();
	}

}
