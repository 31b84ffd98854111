package nl.kundig.app.table;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** One cell; its kind decides how a spreadsheet sorts it. There is no formula. */
public sealed interface Cell {

	/** A cell with nothing in it. */
	Cell EMPTY = new Text("");

	/** Text, or an empty cell when there is none. */
	static Cell of(@Nullable String text) {
		return (text != null) ? new Text(text) : EMPTY;
	}

	static Cell of(long number) {
		return new Whole(number);
	}

	static Cell of(LocalDate day) {
		return new Day(day);
	}

	/**
	 * Text as it is shown. What a spreadsheet file cannot hold is replaced, and what is
	 * longer than a cell may be is cut off.
	 */
	record Text(String value) implements Cell {

		/** As Excel has it, in UTF-16 units. */
		private static final int LONGEST = 32_767;

		public Text {
			value = cut(value.codePoints()
				.map((point) -> isAllowed(point) ? point : 0xFFFD)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString());
		}

		private static String cut(String text) {
			if (text.length() <= LONGEST) {
				return text;
			}
			// Not through the middle of a character.
			return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
		}

		/** What XML 1.0 calls a Char, section 2.2. */
		private static boolean isAllowed(int point) {
			return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point <= 0xD7FF)
					|| (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
		}

	}

	/** A whole number. */
	record Whole(long value) implements Cell {
	}

	/** A day, shown as the Dutch write it. */
	record Day(LocalDate value) implements Cell {
	}

}
