package nl.kundig.app.table;

/**
 * Keeps text in a CSV file text. A spreadsheet calculates what begins like a formula, and
 * a formula in somebody's name can send the sheet elsewhere (OWASP, CSV Injection).
 */
public final class PlainText {

	/** With the wide forms, which some spreadsheets read as the narrow ones. */
	private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private PlainText() {
	}

	/** Whether a spreadsheet would calculate this, also behind spaces. */
	public static boolean isFormula(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (FORMULA_STARTS.indexOf(text.charAt(i)) >= 0) {
				return true;
			}
			if (text.charAt(i) != ' ') {
				return false;
			}
		}
		return false;
	}

	/** With an apostrophe in front when it would be calculated. */
	public static String safe(String text) {
		return isFormula(text) ? "'" + text : text;
	}

	/** What {@link #safe} was given. */
	public static String original(String safe) {
		return (safe.startsWith("'") && isFormula(safe.substring(1))) ? safe.substring(1) : safe;
	}

}
