package nl.kundig.app.training;

import org.jspecify.annotations.Nullable;

/**
 * What will happen with one row of an attendance file.
 *
 * @param line of the file, from 1
 * @param name as it is in the file
 * @param email as it is in the file
 * @param typed what stands in the column for attendance
 * @param formula whether a spreadsheet would calculate the name or the address; here it
 * is text
 * @param person whose row it is, when that is clear
 * @param presence what it says, when that is clear
 */
record AttendanceRow(long line, String name, String email, String typed, boolean formula, @Nullable Expected person,
		@Nullable Presence presence, Finding finding) {

	AttendanceRow as(Finding other) {
		return new AttendanceRow(this.line, this.name, this.email, this.typed, this.formula, this.person, this.presence,
				other);
	}

	/** What was found out about a row. */
	enum Finding {

		/** Will be recorded. */
		CHANGES(false),

		/** Is recorded already. */
		UNCHANGED(false),

		/** Nothing stands in the column for attendance: stays as it is. */
		NOTHING_TYPED(false),

		/** The same as an earlier row. */
		REPEATED(false),

		/** Another row says something else about this person. */
		CONTRADICTS(true),

		UNKNOWN_PERSON(true),

		/** More than one person of this session can be meant. */
		SEVERAL_PEOPLE(true),

		/** The e-mail address is one person's and the name another's. */
		DIFFERENT_PEOPLE(true),

		UNREADABLE_VALUE(true),

		/** Absent, but it does not say whether with or without notice. */
		ABSENT_SOMEHOW(true),

		/** More or fewer cells than the heading. */
		WRONG_WIDTH(true);

		private final boolean stops;

		Finding(boolean stops) {
			this.stops = stops;
		}

		/** Whether nothing of the file is recorded while there is such a row. */
		boolean stops() {
			return this.stops;
		}

	}

}
