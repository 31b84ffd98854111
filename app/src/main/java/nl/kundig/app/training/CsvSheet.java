package nl.kundig.app.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A text file as heading and rows.
 *
 * @param rows those below the heading in which something stands
 */
record CsvSheet(Separator separator, List<String> headings, AttendanceColumns columns, List<CsvRecord> rows) {

	/** A title and a few remarks may stand above the heading. */
	private static final int HEADING_WITHIN = 10;

	/** Excel may write which separator follows in a line above all others. */
	private static final Pattern HINT = Pattern.compile("\\A\"?sep=(.)\"?(?:\\r\\n|\\r|\\n)", Pattern.DOTALL);

	/**
	 * @param chosen by a person; otherwise the one with which most columns are known
	 */
	static CsvSheet of(String text, @Nullable Separator chosen) throws UnreadableFile {
		if (text.chars().allMatch(CsvSheet::isNothing)) {
			throw new UnreadableFile(FileProblem.EMPTY);
		}
		Matcher hint = HINT.matcher(text);
		boolean hinted = hint.find();
		String table = hinted ? text.substring(hint.end()) : text;
		Separator named = (chosen != null || !hinted) ? chosen : Separator.of(hint.group(1).charAt(0)).orElse(null);
		if (named != null) {
			return read(table, named);
		}
		List<CsvSheet> readings = new ArrayList<>();
		UnreadableFile problem = new UnreadableFile(FileProblem.BROKEN_QUOTES);
		for (Separator separator : Separator.values()) {
			try {
				readings.add(read(table, separator));
			}
			catch (UnreadableFile ex) {
				problem = ex;
			}
		}
		UnreadableFile last = problem;
		return readings.stream().max(Comparator.comparingInt(CsvSheet::fit)).orElseThrow(() -> last);
	}

	private static boolean isNothing(int sign) {
		return Character.isWhitespace(sign) || Separator.of((char) sign).isPresent();
	}

	/** Known columns first, then a heading with more than one column. */
	private int fit() {
		return 2 * this.columns.known() + ((this.headings.size() > 1) ? 1 : 0);
	}

	private static CsvSheet read(String text, Separator separator) throws UnreadableFile {
		List<CsvRecord> all = new ArrayList<>();
		try (CsvReader<CsvRecord> csv = CsvReader.builder()
			.fieldSeparator(separator.sign())
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.ofCsvRecord(text)) {
			for (CsvRecord row : csv) {
				if (row.getFields().stream().allMatch(String::isBlank)) {
					continue;
				}
				all.add(row);
				if (all.size() > AttendanceFile.MOST_ROWS + HEADING_WITHIN) {
					throw new UnreadableFile(FileProblem.TOO_MANY_ROWS);
				}
			}
		}
		catch (CsvParseException ex) {
			throw new UnreadableFile(FileProblem.BROKEN_QUOTES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return of(separator, all);
	}

	private static CsvSheet of(Separator separator, List<CsvRecord> all) throws UnreadableFile {
		if (all.isEmpty()) {
			throw new UnreadableFile(FileProblem.EMPTY);
		}
		int best = 0;
		for (int i = 1; i < Math.min(all.size(), HEADING_WITHIN); i++) {
			if (columns(all.get(i)).known() > columns(all.get(best)).known()) {
				best = i;
			}
		}
		return new CsvSheet(separator, all.get(best).getFields(), columns(all.get(best)),
				all.subList(best + 1, all.size()));
	}

	private static AttendanceColumns columns(CsvRecord row) {
		return AttendanceColumns.of(row.getFields());
	}

}
