package nl.kundig.app.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** XLSX: text is stored as text, so nothing is calculated. */
final class XlsxFile {

	private XlsxFile() {
	}

	static void write(List<Table> tables, OutputStream out) throws IOException {
		try (Workbook book = new Workbook(out, "Kundig", "1.0")) {
			for (Table table : tables) {
				sheet(book.newWorksheet(table.name()), table);
			}
		}
	}

	private static void sheet(Worksheet sheet, Table table) {
		for (int column = 0; column < table.headings().size(); column++) {
			sheet.value(0, column, new Cell.Text(table.headings().get(column)).value());
			sheet.style(0, column).bold().set();
			sheet.width(column, table.width(column));
		}
		for (int row = 0; row < table.rows().size(); row++) {
			for (int column = 0; column < table.headings().size(); column++) {
				value(sheet, row + 1, column, table.rows().get(row).get(column));
			}
		}
		sheet.freezePane(0, 1);
		sheet.paperSize(PaperSize.A4_PAPER);
		sheet.pageOrientation("landscape");
	}

	private static void value(Worksheet sheet, int row, int column, Cell cell) {
		switch (cell) {
			case Cell.Text(var text) -> {
				if (!text.isEmpty()) {
					sheet.value(row, column, text);
				}
			}
			case Cell.Whole(var number) -> sheet.value(row, column, number);
			case Cell.Day(var day) -> {
				sheet.value(row, column, day);
				sheet.style(row, column).format("dd-mm-yyyy").set();
			}
		}
	}

}
