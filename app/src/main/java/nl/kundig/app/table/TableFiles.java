package nl.kundig.app.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The door: tables in, a file out. The same tables give the same bytes, but for XLSX,
 * which tells when it was written.
 */
public final class TableFiles {

	private TableFiles() {
	}

	/**
	 * @param tables each a sheet, under a name of its own; a CSV file has room for the
	 * first only
	 */
	public static byte[] write(TableFormat format, List<Table> tables) {
		if (tables.isEmpty() || tables.stream().map(Table::name).distinct().count() != tables.size()) {
			throw new IllegalArgumentException("Each sheet needs a name of its own");
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			write(format, tables, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static void write(TableFormat format, List<Table> tables, OutputStream file) throws IOException {
		switch (format) {
			case XLSX -> XlsxFile.write(tables, file);
			case ODS -> OdsFile.write(tables, file);
			case CSV -> CsvFile.write(tables.getFirst(), file);
		}
	}

}
