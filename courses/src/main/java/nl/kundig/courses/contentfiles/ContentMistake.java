package nl.kundig.courses.contentfiles;

/** A content file breaks a rule; nothing was published. */
public class ContentMistake extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String file;

	private final int line;

	private final String reason;

	ContentMistake(String file, int line, String reason) {
		super(file + ":" + line + ": " + reason);
		this.file = file;
		this.line = line;
		this.reason = reason;
	}

	/** Folder and name: "modules/m1.yaml". */
	public String file() {
		return this.file;
	}

	/** The first line is 1. */
	public int line() {
		return this.line;
	}

	public String reason() {
		return this.reason;
	}

}
