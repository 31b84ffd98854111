package nl.kundig.app.table;

import java.util.List;

/**
 * A heading and the rows below it.
 *
 * @param name of the sheet, at most 31 characters, none of {@code []:*?/\} and no
 * apostrophe
 * @param headings at most 100
 * @param rows each as wide as the headings; at most 10,000, so that a file of them fits
 * in memory
 */
public record Table(String name, List<String> headings, List<List<Cell>> rows) {

	static final int MOST_ROWS = 10_000;

	static final int MOST_COLUMNS = 100;

	private static final int NARROWEST = 12;

	private static final int WIDEST = 60;

	public Table {
		if (!name.matches("[^\\[\\]:*?/\\\\'\\p{Cntrl}]{1,31}") || name.isBlank()) {
			throw new IllegalArgumentException("Not a name for a sheet: " + name);
		}
		headings = List.copyOf(headings);
		rows = rows.stream().map(List::copyOf).toList();
		int width = headings.size();
		if (width == 0 || width > MOST_COLUMNS || rows.size() > MOST_ROWS) {
			throw new IllegalArgumentException("A table of " + width + " by " + rows.size());
		}
		if (rows.stream().anyMatch((row) -> row.size() != width)) {
			throw new IllegalArgumentException("A row that is not as wide as the heading");
		}
	}

	/**
	 * Of a column, in characters; so that most of it can be read and a page holds all.
	 */
	int width(int column) {
		int longest = this.headings.get(column).length();
		for (List<Cell> row : this.rows) {
			if (row.get(column) instanceof Cell.Text(var text)) {
				longest = Math.max(longest, text.length());
			}
		}
		return Math.clamp(longest + 2, NARROWEST, WIDEST);
	}

}
