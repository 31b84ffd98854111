package nl.kundig.app.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of a file that is a ZIP, so that it can be compared. */
final class SteadyZip {

	/** The first day that a ZIP file knows. */
	private static final LocalDateTime START = LocalDateTime.of(1980, 1, 1, 0, 0);

	private SteadyZip() {
	}

	static void rewrite(byte[] zip, OutputStream out) throws IOException {
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
				ZipOutputStream to = new ZipOutputStream(out)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				byte[] content = from.readAllBytes();
				to.putNextEntry(steady(entry, content));
				to.write(content);
				to.closeEntry();
			}
		}
	}

	private static ZipEntry steady(ZipEntry entry, byte[] content) {
		ZipEntry steady = new ZipEntry(entry.getName());
		steady.setTimeLocal(START);
		if (entry.getMethod() == ZipEntry.STORED) {
			// An ODS file tells its kind in a first entry that is not compressed.
			CRC32 sum = new CRC32();
			sum.update(content);
			steady.setMethod(ZipEntry.STORED);
			steady.setSize(content.length);
			steady.setCrc(sum.getValue());
		}
		return steady;
	}

}
