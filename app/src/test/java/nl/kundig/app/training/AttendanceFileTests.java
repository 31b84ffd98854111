package nl.kundig.app.training;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.kundig.app.table.Cell;
import nl.kundig.app.table.Table;
import nl.kundig.app.table.TableFiles;
import nl.kundig.app.table.TableFormat;
import nl.kundig.app.training.AttendanceRow.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static nl.kundig.app.training.AttendanceFiles.ANNA;
import static nl.kundig.app.training.AttendanceFiles.BRAM;
import static nl.kundig.app.training.AttendanceFiles.CARLA;
import static nl.kundig.app.training.AttendanceFiles.EVERYBODY;
import static nl.kundig.app.training.AttendanceFiles.OTHER_BRAM;
import static nl.kundig.app.training.AttendanceFiles.WINDOWS;
import static nl.kundig.app.training.AttendanceFiles.ZOE;
import static nl.kundig.app.training.AttendanceFiles.list;
import static nl.kundig.app.training.AttendanceFiles.marked;
import static nl.kundig.app.training.AttendanceFiles.read;
import static nl.kundig.app.training.AttendanceFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AttendanceFileTests {

	private static final String LIST = list("Anna de Vries;anna@waterkerk.example;ja", "Zoë Yıldız;;afgemeld",
			"Carla 't Hart;;no-show");

	private static final Map<String, Presence> IN_LIST = Map.of("e1", Presence.PRESENT, "e2",
			Presence.ABSENT_WITH_NOTICE, "e5", Presence.NO_SHOW);

	@ParameterizedTest
	@MethodSource
	void readsEveryEncoding(String encoding, byte[] file) {
		AttendancePreview preview = AttendanceFile.read(file, EVERYBODY, null);
		assertThat(preview.encoding()).isEqualTo(encoding);
		assertThat(preview.changes().presences()).isEqualTo(IN_LIST);
		assertThat(preview.missing()).containsExactly(BRAM, OTHER_BRAM);
	}

	private static Stream<Arguments> readsEveryEncoding() {
		return Stream.of(Arguments.of("UTF-8", utf8(LIST)), Arguments.of("UTF-8", marked(LIST, StandardCharsets.UTF_8)),
				Arguments.of("UTF-16LE", marked(LIST, StandardCharsets.UTF_16LE)),
				Arguments.of("UTF-16BE", marked(LIST, StandardCharsets.UTF_16BE)),
				Arguments.of("UTF-16LE", LIST.getBytes(StandardCharsets.UTF_16LE)),
				Arguments.of("UTF-16BE", LIST.getBytes(StandardCharsets.UTF_16BE)));
	}

	@Test
	void readsTheEncodingOfOldWindows() {
		// It has no ı, so Zoë is found by her address.
		String text = list("Zoë;zoe@waterkerk.example;afgemeld", "Carla ’t Hart;;");
		AttendancePreview preview = AttendanceFile.read(text.getBytes(WINDOWS), EVERYBODY, null);
		assertThat(preview.encoding()).isEqualTo("windows-1252");
		assertThat(preview.rows().getFirst().name()).isEqualTo("Zoë");
		assertThat(preview.rows().get(1).name()).isEqualTo("Carla ’t Hart");
	}

	@ParameterizedTest
	@CsvSource({ "SEMICOLON,;", "COMMA,','", "TAB,'\t'" })
	void findsTheSeparator(Separator separator, String sign) {
		AttendancePreview preview = read(LIST.replace(";", sign));
		assertThat(preview.separator()).isEqualTo(separator);
		assertThat(preview.changes().presences()).isEqualTo(IN_LIST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\n", "\r" })
	void readsEveryEndOfLine(String end) {
		assertThat(read(LIST.replace("\r\n", end)).changes().presences()).isEqualTo(IN_LIST);
	}

	@Test
	void readsWhatExcelSaysAboutTheSeparator() {
		AttendancePreview preview = read("sep=,\r\n" + LIST.replace(";", ","));
		assertThat(preview.separator()).isEqualTo(Separator.COMMA);
		assertThat(preview.changes().presences()).isEqualTo(IN_LIST);
	}

	@Test
	void readsQuotedCellsWithSeparatorsAndLines() {
		AttendancePreview preview = read(
				"Opmerking,Naam,Aanwezig\n\"ja; nee, \"\"x\"\"\nnog een\",\"Anna de Vries\",\"x\"\n");
		assertThat(preview.separator()).isEqualTo(Separator.COMMA);
		assertThat(preview.changes().presences()).containsOnly(Map.entry("e1", Presence.PRESENT));
	}

	@Test
	void wrongSeparatorShowsInTheHeadings() {
		AttendancePreview preview = AttendanceFile.read(utf8(LIST), EVERYBODY, Separator.COMMA);
		assertThat(preview.problem()).isEqualTo(FileProblem.NO_PERSON_COLUMN);
		assertThat(preview.separator()).isEqualTo(Separator.COMMA);
		assertThat(preview.headings()).containsExactly("Naam;Werk-e-mail;Aanwezig");
		assertNothingDone(preview);
	}

	@Test
	void separatorThatWeDoNotKnowShowsInTheHeadings() {
		AttendancePreview preview = read(LIST.replace(";", "|"));
		assertThat(preview.problem()).isEqualTo(FileProblem.NO_PERSON_COLUMN);
		assertThat(preview.headings()).containsExactly("Naam|Werk-e-mail|Aanwezig");
		assertNothingDone(preview);
	}

	@ParameterizedTest
	@ValueSource(strings = { "E-mailadres;Aanwezigheid", "e-mail ;STATUS", "Zakelijk e-mailadres:;Presentie",
			"Work e-mail;Attendance", "Email address;Present?" })
	void knowsHeadingsInTwoLanguages(String headings) {
		AttendancePreview preview = read(headings + "\nanna@WATERKERK.example;Aanwezig");
		assertThat(preview.changes().presences()).containsOnly(Map.entry("e1", Presence.PRESENT));
	}

	@Test
	void looksForTheHeadingBelowATitle() {
		AttendancePreview preview = read("Basistraining;;\n18 maart 2027;;\n;;\n" + LIST);
		assertThat(preview.changes().presences()).isEqualTo(IN_LIST);
		assertThat(preview.rows()).extracting(AttendanceRow::line).containsExactly(5L, 6L, 7L);
	}

	@ParameterizedTest
	@CsvSource({ "Aanwezig,PRESENT", "JA,PRESENT", "x,PRESENT", "✓,PRESENT", "1,PRESENT", "Attended,PRESENT",
			"afgemeld,ABSENT_WITH_NOTICE", "Afwezig met bericht,ABSENT_WITH_NOTICE", "excused,ABSENT_WITH_NOTICE",
			"no show,NO_SHOW", "No-show,NO_SHOW", "niet verschenen,NO_SHOW", "afwezig (zonder bericht),NO_SHOW" })
	void readsWhatPeopleWrite(String typed, Presence presence) {
		assertThat(read(list("Anna de Vries;;" + typed)).changes().presences()).containsOnly(Map.entry("e1", presence));
	}

	@Test
	void saysRowByRowWhatWillHappen() {
		AttendancePreview preview = read(list("Anna de Vries;anna@waterkerk.example;aanwezig", "Zoë Yıldız;;aanwezig",
				"Carla 't Hart;;", "ANNA  DE VRIES;;ja"));
		assertThat(preview.rows()).extracting(AttendanceRow::line, AttendanceRow::person, AttendanceRow::finding)
			.containsExactly(tuple(2L, ANNA, Finding.CHANGES), tuple(3L, ZOE, Finding.UNCHANGED),
					tuple(4L, CARLA, Finding.NOTHING_TYPED), tuple(5L, ANNA, Finding.REPEATED));
		assertThat(preview.canBeDone()).isTrue();
		assertThat(preview.isStopped()).isFalse();
		assertThat(preview.count(Finding.CHANGES)).isOne();
		assertThat(preview.missing()).containsExactly(BRAM, OTHER_BRAM);
		assertThat(preview.changes().presences()).containsOnly(Map.entry("e1", Presence.PRESENT));
	}

	@ParameterizedTest
	@CsvSource({ "Niemand;;ja,UNKNOWN_PERSON", "Anna de Vries;anna@elders.example;ja,UNKNOWN_PERSON",
			";;ja,UNKNOWN_PERSON", "Bram Bakker;;ja,SEVERAL_PEOPLE",
			"Zoë Yıldız;anna@waterkerk.example;ja,DIFFERENT_PEOPLE", "Anna de Vries;;misschien,UNREADABLE_VALUE",
			"Anna de Vries;;nee,ABSENT_SOMEHOW", "Anna de Vries;;Afwezig,ABSENT_SOMEHOW",
			"Anna de Vries;anna@waterkerk.example,WRONG_WIDTH",
			"Anna de Vries;anna@waterkerk.example;ja;nog iets,WRONG_WIDTH" })
	void oneRowThatIsNotClearStopsAll(String row, Finding finding) {
		AttendancePreview preview = read(list("Carla 't Hart;;ja", row));
		assertThat(preview.rows()).extracting(AttendanceRow::finding).containsExactly(Finding.CHANGES, finding);
		assertThat(preview.isStopped()).isTrue();
		assertNothingDone(preview);
	}

	@Test
	void rowsThatContradictEachOtherStopAll() {
		AttendancePreview preview = read(
				list("Anna de Vries;;ja", "Carla 't Hart;;ja", ";anna@waterkerk.example;no-show"));
		assertThat(preview.rows()).extracting(AttendanceRow::finding)
			.containsExactly(Finding.CONTRADICTS, Finding.CHANGES, Finding.CONTRADICTS);
		assertNothingDone(preview);
	}

	@Test
	void addressTellsNamesakesApart() {
		AttendancePreview preview = read(list("Bram Bakker;b.bakker@waterkerk.example;ja"));
		assertThat(preview.rows().getFirst().person()).isEqualTo(OTHER_BRAM);
	}

	@Test
	void nameIsEnoughWhenNoAddressIsKnown() {
		AttendancePreview preview = read(list("Carla 't Hart;carla@hoogveld.example;ja"));
		assertThat(preview.rows().getFirst().person()).isEqualTo(CARLA);
	}

	@Test
	void formulaInANameIsText() {
		String formula = "=HYPERLINK(\"\"https://kwaad.example\"\")";
		AttendancePreview preview = read(list("\"" + formula + "\";anna@waterkerk.example;ja"));
		assertThat(preview.rows()).singleElement().satisfies((row) -> {
			assertThat(row.formula()).isTrue();
			assertThat(row.name()).isEqualTo("=HYPERLINK(\"https://kwaad.example\")");
			assertThat(row.person()).isEqualTo(ANNA);
		});
	}

	@Test
	void readsBackWhatKundigWroteAlsoForNamesLikeFormulas() {
		Expected odd = new Expected("e9", "=1+1", null, null);
		Table table = new Table("Deelnemers", List.of("Naam", "Aanwezig"),
				List.of(List.of(Cell.of(odd.name()), Cell.of("ja"))));
		byte[] file = TableFiles.write(TableFormat.CSV, List.of(table));
		assertThat(AttendanceFile.read(file, List.of(odd), null).changes().presences())
			.containsOnly(Map.entry("e9", Presence.PRESENT));
	}

	@ParameterizedTest
	@MethodSource
	void saysWhyAFileCannotBeUsed(FileProblem problem, byte[] file) {
		AttendancePreview preview = AttendanceFile.read(file, EVERYBODY, null);
		assertThat(preview.problem()).isEqualTo(problem);
		assertThat(preview.isStopped()).isTrue();
		assertThat(preview.missing()).isEqualTo(EVERYBODY);
		assertNothingDone(preview);
	}

	private static Stream<Arguments> saysWhyAFileCannotBeUsed() {
		Table table = new Table("x", List.of("Naam"), List.of());
		byte[] many = utf8(list(Collections.nCopies(501, "Anna de Vries;;ja").toArray(String[]::new)));
		byte[] large = new byte[AttendanceFile.LARGEST + 1];
		Arrays.fill(large, (byte) 'x');
		return Stream.of(Arguments.of(FileProblem.EMPTY, new byte[0]),
				Arguments.of(FileProblem.EMPTY, utf8("\r\n ;\r\n")),
				Arguments.of(FileProblem.EMPTY, marked("", StandardCharsets.UTF_16LE)),
				Arguments.of(FileProblem.TOO_LARGE, large), Arguments.of(FileProblem.TOO_MANY_ROWS, many),
				Arguments.of(FileProblem.SPREADSHEET, TableFiles.write(TableFormat.XLSX, List.of(table))),
				Arguments.of(FileProblem.SPREADSHEET, TableFiles.write(TableFormat.ODS, List.of(table))),
				Arguments.of(FileProblem.NOT_TEXT, new byte[] { 'a', 0, 0, 0, 'b', 1, 2 }),
				Arguments.of(FileProblem.NOT_TEXT, marked(LIST, Charset.forName("UTF-32LE"))),
				Arguments.of(FileProblem.NOT_TEXT, utf8(list("Anna\u0007 de Vries;;ja"))),
				Arguments.of(FileProblem.NOT_TEXT, new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xFF }),
				Arguments.of(FileProblem.NOT_TEXT, new byte[] { (byte) 0xFF, (byte) 0xFE, 'a' }),
				Arguments.of(FileProblem.BROKEN_QUOTES, utf8(list("\"Anna de Vries;;ja"))),
				Arguments.of(FileProblem.BROKEN_QUOTES, utf8(list("\"Anna\" de Vries;;ja"))),
				Arguments.of(FileProblem.NO_PERSON_COLUMN, utf8("Wie;Aanwezig\nAnna;ja")),
				Arguments.of(FileProblem.NO_ATTENDANCE_COLUMN, utf8("Naam;Er?\nAnna de Vries;ja")),
				Arguments.of(FileProblem.DOUBLED_COLUMN, utf8("Naam;Aanwezig;Status\nAnna de Vries;ja;nee")),
				Arguments.of(FileProblem.NO_ROWS, utf8("Naam;Aanwezig\n;\n")));
	}

	@Test
	void mostRowsAreRead() {
		AttendancePreview preview = read(list(Collections.nCopies(500, "Anna de Vries;;ja").toArray(String[]::new)));
		assertThat(preview.problem()).isNull();
		assertThat(preview.count(Finding.REPEATED)).isEqualTo(499);
		assertThat(preview.changes().presences()).hasSize(1);
	}

	@Test
	void longCellsAreCutOffWhereTheyAreShown() {
		AttendancePreview preview = read(list("😀".repeat(300) + ";;ja"));
		String shown = preview.rows().getFirst().name();
		assertThat(shown.codePointCount(0, shown.length())).isEqualTo(100);
		assertThat(shown).endsWith("😀…");
	}

	@Test
	void fingerprintStandsForTheChangesAndForWhatIsRecorded() {
		AttendancePreview preview = read(LIST);
		AttendanceChanges again = new AttendanceChanges(IN_LIST);
		assertThat(again.fingerprint(EVERYBODY)).isEqualTo(preview.fingerprint()).hasSize(64);
		assertThat(again.fingerprint(EVERYBODY.reversed())).isEqualTo(preview.fingerprint());
		Expected recorded = new Expected(ANNA.enrolment(), ANNA.name(), ANNA.email(), Presence.NO_SHOW);
		assertThat(again.fingerprint(List.of(recorded, ZOE, BRAM, OTHER_BRAM, CARLA)))
			.isNotEqualTo(preview.fingerprint());
		assertThat(new AttendanceChanges(Map.of("e1", Presence.NO_SHOW)).fingerprint(EVERYBODY))
			.isNotEqualTo(preview.fingerprint());
		assertThat(AttendanceChanges.NONE.fingerprint(EVERYBODY)).isNotEqualTo(preview.fingerprint());
	}

	private static void assertNothingDone(AttendancePreview preview) {
		assertThat(preview.canBeDone()).isFalse();
		assertThat(preview.changes()).isEqualTo(AttendanceChanges.NONE);
	}

}
