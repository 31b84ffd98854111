package nl.kundig.app.training;

/** Why nothing of an attendance file can be used. */
enum FileProblem {

	EMPTY,

	/** More than {@link AttendanceFile#LARGEST} bytes. */
	TOO_LARGE,

	/** More than {@link AttendanceFile#MOST_ROWS} rows. */
	TOO_MANY_ROWS,

	/** XLSX, ODS or the old XLS: to be saved as CSV first. */
	SPREADSHEET,

	/** In no encoding that we know, or no text at all. */
	NOT_TEXT,

	/** A quotation mark that is not closed, or text behind one. */
	BROKEN_QUOTES,

	/** No column with an e-mail address or a name; perhaps another separator. */
	NO_PERSON_COLUMN,

	NO_ATTENDANCE_COLUMN,

	/** Two columns that say the same kind of thing. */
	DOUBLED_COLUMN,

	/** A heading with nothing below it. */
	NO_ROWS

}
