package nl.kundig.app.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.siegmar.fastcsv.reader.CsvRecord;
import nl.kundig.app.table.PlainText;
import nl.kundig.app.training.AttendanceRow.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads an attendance list that somebody saved as CSV, whatever the encoding and the
 * separator, and says row by row what it would do. It does nothing.
 */
final class AttendanceFile {

	/** In bytes. */
	static final int LARGEST = 1024 * 1024;

	static final int MOST_ROWS = 500;

	/** Of a cell, in characters. */
	private static final int SHOWN = 100;

	private static final int COLUMNS_SHOWN = 20;

	private AttendanceFile() {
	}

	/**
	 * @param expected everybody with a seat; a session has no others
	 * @param chosen the separator, when a person chose it after a wrong guess
	 */
	static AttendancePreview read(byte[] file, List<Expected> expected, @Nullable Separator chosen) {
		String encoding = "";
		CsvSheet sheet = null;
		try {
			checkSize(file);
			DecodedText decoded = DecodedText.of(file);
			encoding = decoded.encoding().name();
			sheet = CsvSheet.of(decoded.text(), chosen);
			checkColumns(sheet);
		}
		catch (UnreadableFile ex) {
			return AttendancePreview.unreadable(ex.problem(), encoding, sheet, expected);
		}
		return AttendancePreview.of(encoding, sheet, rows(sheet, expected), expected);
	}

	private static void checkSize(byte[] file) throws UnreadableFile {
		if (file.length == 0) {
			throw new UnreadableFile(FileProblem.EMPTY);
		}
		if (file.length > LARGEST) {
			throw new UnreadableFile(FileProblem.TOO_LARGE);
		}
	}

	private static void checkColumns(CsvSheet sheet) throws UnreadableFile {
		if (!sheet.columns().hasPerson()) {
			throw new UnreadableFile(FileProblem.NO_PERSON_COLUMN);
		}
		if (!sheet.columns().hasPresence()) {
			throw new UnreadableFile(FileProblem.NO_ATTENDANCE_COLUMN);
		}
		if (sheet.columns().doubled()) {
			throw new UnreadableFile(FileProblem.DOUBLED_COLUMN);
		}
		if (sheet.rows().isEmpty()) {
			throw new UnreadableFile(FileProblem.NO_ROWS);
		}
		if (sheet.rows().size() > MOST_ROWS) {
			throw new UnreadableFile(FileProblem.TOO_MANY_ROWS);
		}
	}

	private static List<AttendanceRow> rows(CsvSheet sheet, List<Expected> expected) {
		ExpectedPeople people = new ExpectedPeople(expected);
		List<AttendanceRow> rows = new ArrayList<>();
		sheet.rows().forEach((row) -> rows.add(row(row, sheet, people)));
		return compared(rows);
	}

	private static AttendanceRow row(CsvRecord row, CsvSheet sheet, ExpectedPeople people) {
		String email = cell(row, sheet.columns().email());
		String name = cell(row, sheet.columns().name());
		String typed = cell(row, sheet.columns().presence());
		boolean formula = PlainText.isFormula(email) || PlainText.isFormula(name);
		ExpectedPeople.Match match = people.find(email, name);
		Presence presence = Presence.of(typed).orElse(null);
		Finding finding = isOfWrongWidth(row, sheet) ? Finding.WRONG_WIDTH
				: Objects.requireNonNullElseGet(match.finding(), () -> finding(typed, presence, match.person()));
		return new AttendanceRow(row.getStartingLineNumber(), shown(name), shown(email), shown(typed), formula,
				match.person(), presence, finding);
	}

	private static Finding finding(String typed, @Nullable Presence presence, @Nullable Expected person) {
		if (typed.isEmpty()) {
			return Finding.NOTHING_TYPED;
		}
		if (presence == null) {
			return Presence.isAbsentSomehow(typed) ? Finding.ABSENT_SOMEHOW : Finding.UNREADABLE_VALUE;
		}
		return (person != null && person.recorded() == presence) ? Finding.UNCHANGED : Finding.CHANGES;
	}

	/** Of rows about one person, the first counts, unless another says something else. */
	private static List<AttendanceRow> compared(List<AttendanceRow> rows) {
		Map<Expected, Presence> first = new HashMap<>();
		Map<Expected, Boolean> contradicted = new HashMap<>();
		for (AttendanceRow row : rows) {
			if (says(row) && row.person() != null && row.presence() != null) {
				Presence before = first.putIfAbsent(row.person(), row.presence());
				contradicted.merge(row.person(), before != null && before != row.presence(), Boolean::logicalOr);
			}
		}
		List<AttendanceRow> compared = new ArrayList<>();
		for (AttendanceRow row : rows) {
			if (!says(row) || row.person() == null) {
				compared.add(row);
			}
			else if (contradicted.getOrDefault(row.person(), false)) {
				compared.add(row.as(Finding.CONTRADICTS));
			}
			else {
				compared.add((first.remove(row.person()) != null) ? row : row.as(Finding.REPEATED));
			}
		}
		return List.copyOf(compared);
	}

	private static boolean says(AttendanceRow row) {
		return row.finding() == Finding.CHANGES || row.finding() == Finding.UNCHANGED;
	}

	private static boolean isOfWrongWidth(CsvRecord row, CsvSheet sheet) {
		int width = sheet.headings().size();
		return row.getFieldCount() <= sheet.columns().last() || (row.getFieldCount() > width
				&& row.getFields().subList(width, row.getFieldCount()).stream().anyMatch((cell) -> !cell.isBlank()));
	}

	private static String cell(CsvRecord row, int column) {
		return (column >= 0 && column < row.getFieldCount()) ? PlainText.original(row.getField(column)).strip() : "";
	}

	/** At most what a page has room for. */
	static List<String> shown(List<String> cells) {
		return cells.stream().limit(COLUMNS_SHOWN).map(AttendanceFile::shown).toList();
	}

	private static String shown(String cell) {
		return (cell.codePointCount(0, cell.length()) <= SHOWN) ? cell
				: cell.substring(0, cell.offsetByCodePoints(0, SHOWN - 1)) + "…";
	}

}
