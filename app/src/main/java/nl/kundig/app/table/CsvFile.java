package nl.kundig.app.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** CSV as a Dutch Excel opens it by a double click: UTF-8 with a mark, semicolons. */
final class CsvFile {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

	private CsvFile() {
	}

	static void write(Table table, OutputStream out) throws IOException {
		out.write(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF });
		try (CsvWriter csv = CsvWriter.builder()
			.fieldSeparator(';')
			.lineDelimiter(LineDelimiter.CRLF)
			.build(out, StandardCharsets.UTF_8)) {
			csv.writeRecord(table.headings().stream().map(PlainText::safe).toList());
			for (List<Cell> row : table.rows()) {
				csv.writeRecord(row.stream().map(CsvFile::text).toList());
			}
		}
	}

	private static String text(Cell cell) {
		return switch (cell) {
			case Cell.Text(var text) -> PlainText.safe(text);
			case Cell.Whole(var number) -> Long.toString(number);
			case Cell.Day(var day) -> DAY.format(day);
		};
	}

}
