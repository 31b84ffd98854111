package nl.kundig.embeddedmongo;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import nl.kundig.embeddedmongo.EmbeddedMongo.Unavailable;
import nl.kundig.embeddedmongo.JournalRecord.Kind;

/** Reads a journal or snapshot from its beginning and checks every byte of it. */
final class JournalFile {

	static final String FORMAT = "kundig-store";

	static final int VERSION = 1;

	/** A document of 16 MB, with room for what is around it. */
	private static final int LONGEST = 17 * 1024 * 1024;

	private final Path file;

	private final long size;

	private long offset;

	private long records;

	private boolean ended;

	private JournalFile(Path file) throws IOException {
		this.file = file;
		this.size = Files.size(file);
	}

	/**
	 * @return how the file ends
	 * @throws Unavailable when something in it is not as it was written
	 */
	static Reading read(Path file, Found found) throws IOException {
		JournalFile reader = new JournalFile(file);
		try (DataInputStream bytes = new DataInputStream(
				new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
			while (reader.next(bytes, found)) {
				// Each record tells its reader.
			}
		}
		return new Reading(reader.offset, reader.size, reader.ended, reader.records);
	}

	/** Told of each record but the first and the last. */
	interface Found {

		/**
		 * @param position where its document begins in the file
		 */
		void record(JournalRecord record, long position);

	}

	/**
	 * What was read.
	 *
	 * @param good the bytes up to the end of the last whole record
	 * @param size the bytes of the file; more than are good when its last write was cut
	 * off
	 * @param ended whether it was closed with its last record
	 */
	record Reading(long good, long size, boolean ended, long records) {

		boolean isCutOff() {
			return this.good < this.size;
		}

	}

	/** False at the end of the file, or where a write was cut off. */
	private boolean next(DataInputStream bytes, Found found) throws IOException {
		if (this.size - this.offset < JournalRecord.FRAME) {
			return false;
		}
		int length = Integer.reverseBytes(bytes.readInt());
		int lengthChecksum = Integer.reverseBytes(bytes.readInt());
		int checksum = Integer.reverseBytes(bytes.readInt());
		if (length == 0 && lengthChecksum == 0 && checksum == 0 && isZeroToTheEnd(bytes)) {
			// After a loss of power a file can be longer than what reached the disk.
			return false;
		}
		if (lengthChecksum != JournalRecord.lengthChecksum(length) || length < 0 || length > LONGEST) {
			throw damaged();
		}
		if (this.size - this.offset - JournalRecord.FRAME < length) {
			return false;
		}
		byte[] payload = bytes.readNBytes(length);
		if (this.ended || checksum != JournalRecord.checksum(payload, 0, length)) {
			throw damaged();
		}
		accept(parse(payload), payload, found);
		this.offset += JournalRecord.FRAME + length;
		return true;
	}

	private JournalRecord parse(byte[] payload) {
		try {
			return JournalRecord.parse(payload);
		}
		catch (RuntimeException ex) {
			throw damaged();
		}
	}

	private void accept(JournalRecord record, byte[] payload, Found found) {
		if ((record.kind() == Kind.HEADER) != (this.offset == 0)) {
			throw damaged();
		}
		switch (record.kind()) {
			case HEADER -> requireKnown(record);
			case END -> {
				if (record.number() != this.records) {
					throw damaged();
				}
				this.ended = true;
			}
			default -> {
				this.records++;
				found.record(record, this.offset + JournalRecord.FRAME + record.documentOffset(payload));
			}
		}
	}

	private void requireKnown(JournalRecord header) {
		if (!header.collection().equals(FORMAT) || header.number() < 1) {
			throw damaged();
		}
		if (header.number() > VERSION) {
			throw new Unavailable("The data in " + this.file + " was written by a newer version of Kundig (format "
					+ header.number() + ", this one reads " + VERSION
					+ "): start that version, or restore the folder from an older backup", null);
		}
	}

	private static boolean isZeroToTheEnd(InputStream bytes) throws IOException {
		for (int b = bytes.read(); b >= 0; b = bytes.read()) {
			if (b != 0) {
				return false;
			}
		}
		return true;
	}

	private Unavailable damaged() {
		return new Unavailable("The data in " + this.file + " is damaged at byte " + this.offset
				+ ": restore the folder from a backup; nothing was changed", null);
	}

}
