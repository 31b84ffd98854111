package nl.kundig.embeddedmongo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One thing that happened to a collection, and how it lies in a file: the length of what
 * follows, a checksum of the length, a checksum of what follows, and that itself, a BSON
 * document <code>{o: kind, c: collection, r: number, d: document}</code>. The length has
 * its own checksum because a wrong length would look like a file that ends too early.
 *
 * @param collection with its database, as in "kundig.learners"
 * @param number the number of the record; for the other kinds what {@link Kind} says
 * @param document BSON; empty when the kind has none
 */
record JournalRecord(Kind kind, String collection, long number, byte[] document) {

	static final int FRAME = 3 * Integer.BYTES;

	/** All of a payload but the name and the document. */
	private static final int FIELDS = 31;

	private static final byte[] NONE = {};

	/** The order is the number in the file: new kinds go to the end. */
	enum Kind {

		/** The first record of a file; the number is the version of the format. */
		HEADER,

		/** A document was added, or put in the place of the one with its number. */
		PUT,

		DELETE,

		/** The whole collection is gone. */
		DROP,

		/** The last record of a closed file; the number is how many came before. */
		END

	}

	static JournalRecord put(String collection, long number, byte[] document) {
		return new JournalRecord(Kind.PUT, collection, number, document);
	}

	static JournalRecord of(Kind kind, String collection, long number) {
		return new JournalRecord(kind, collection, number, NONE);
	}

	/** The record with its frame. */
	byte[] toBytes() {
		byte[] name = this.collection.getBytes(StandardCharsets.UTF_8);
		int size = FIELDS + name.length + ((this.document.length > 0) ? 3 + this.document.length : 0);
		ByteBuffer buffer = ByteBuffer.allocate(FRAME + size).order(ByteOrder.LITTLE_ENDIAN);
		buffer.position(FRAME);
		buffer.putInt(size);
		buffer.put((byte) 0x10).put((byte) 'o').put((byte) 0).putInt(this.kind.ordinal());
		buffer.put((byte) 0x02).put((byte) 'c').put((byte) 0).putInt(name.length + 1).put(name).put((byte) 0);
		buffer.put((byte) 0x12).put((byte) 'r').put((byte) 0).putLong(this.number);
		if (this.document.length > 0) {
			buffer.put((byte) 0x03).put((byte) 'd').put((byte) 0).put(this.document);
		}
		buffer.put((byte) 0);
		buffer.putInt(0, size).putInt(4, lengthChecksum(size)).putInt(8, checksum(buffer.array(), FRAME, size));
		return buffer.array();
	}

	/**
	 * Where the document begins in the bytes of the record, with or without its frame.
	 */
	int documentOffset(byte[] record) {
		return record.length - 1 - this.document.length;
	}

	/**
	 * @throws RuntimeException when these are not the bytes of a record
	 */
	static JournalRecord parse(byte[] payload) {
		ByteBuffer buffer = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
		buffer.position(7);
		Kind kind = Kind.values()[buffer.getInt()];
		buffer.position(buffer.position() + 3);
		byte[] name = new byte[buffer.getInt() - 1];
		buffer.get(name).position(buffer.position() + 4);
		long number = buffer.getLong();
		byte[] document = NONE;
		if (buffer.remaining() > 1) {
			document = new byte[buffer.remaining() - 4];
			buffer.position(buffer.position() + 3).get(document);
		}
		return new JournalRecord(kind, new String(name, StandardCharsets.UTF_8), number, document);
	}

	static int lengthChecksum(int length) {
		byte[] bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
		return checksum(bytes, 0, bytes.length);
	}

	static int checksum(byte[] bytes, int offset, int length) {
		CRC32C checksum = new CRC32C();
		checksum.update(bytes, offset, length);
		return (int) checksum.getValue();
	}

}
