package nl.kundig.app.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;

/** ODS: text is stored as text, so nothing is calculated. */
final class OdsFile {

	/** In millimetres. */
	private static final double CHARACTER = 2.2;

	private OdsFile() {
	}

	static void write(List<Table> tables, OutputStream out) throws IOException {
		SpreadSheet book = new SpreadSheet();
		for (Table table : tables) {
			book.appendSheet(sheet(table));
		}
		ByteArrayOutputStream raw = new ByteArrayOutputStream();
		book.save(raw);
		SteadyZip.rewrite(raw.toByteArray(), out);
	}

	private static Sheet sheet(Table table) {
		int width = table.headings().size();
		Sheet sheet = new Sheet(table.name(), table.rows().size() + 1, width);
		for (int column = 0; column < width; column++) {
			Range heading = sheet.getRange(0, column);
			heading.setValue(new Cell.Text(table.headings().get(column)).value());
			heading.setFontBold(true);
			sheet.setColumnWidth(column, table.width(column) * CHARACTER);
		}
		for (int row = 0; row < table.rows().size(); row++) {
			for (int column = 0; column < width; column++) {
				value(sheet.getRange(row + 1, column), table.rows().get(row).get(column));
			}
		}
		return sheet;
	}

	private static void value(Range range, Cell cell) {
		switch (cell) {
			case Cell.Text(var text) -> {
				if (!text.isEmpty()) {
					range.setValue(text);
				}
			}
			case Cell.Whole(var number) -> range.setValue(number);
			case Cell.Day(var day) -> range.setValue(day);
		}
	}

}
