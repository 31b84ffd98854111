package nl.kundig.app.table;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file; ODS because public bodies must be able to use open standards. */
public enum TableFormat {

	XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),

	ODS("ods", "application/vnd.oasis.opendocument.spreadsheet"),

	CSV("csv", "text/csv;charset=UTF-8");

	private final String extension;

	private final String mediaType;

	TableFormat(String extension, String mediaType) {
		this.extension = extension;
		this.mediaType = mediaType;
	}

	/** As a file's name ends, without the dot. */
	public String extension() {
		return this.extension;
	}

	public String mediaType() {
		return this.mediaType;
	}

	public static Optional<TableFormat> of(String extension) {
		return Arrays.stream(values()).filter((format) -> format.extension.equals(extension)).findFirst();
	}

}
