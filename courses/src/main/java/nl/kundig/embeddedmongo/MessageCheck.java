package nl.kundig.embeddedmongo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.netty.handler.codec.CorruptedFrameException;

/**
 * Walks a message before the library reads it: every length lies within the one around
 * it, text is UTF-8 and binary data of a kind that the library keeps.
 */
final class MessageCheck {

	static final int HEADER = 16;

	private static final int OPERATION = 12;

	private static final int QUERY = 2004;

	private static final int MESSAGE = 2013;

	private static final int CHECKSUM_PRESENT = 1;

	/** Deeper ones would end the thread that reads them. */
	private static final int DEEPEST = 200;

	private final byte[] bytes;

	private final ByteBuffer numbers;

	private int at = HEADER;

	MessageCheck(byte[] bytes) {
		this.bytes = bytes;
		this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * @throws CorruptedFrameException when it is not a message as drivers send them
	 */
	void check() {
		try {
			switch (this.numbers.getInt(OPERATION)) {
				case MESSAGE -> checkMessage();
				case QUERY -> checkQuery();
				default -> throw corrupted("an operation that no longer exists");
			}
		}
		catch (IndexOutOfBoundsException ex) {
			throw corrupted("a message that ends too early");
		}
	}

	private void checkMessage() {
		int flags = number();
		int end = this.bytes.length - (((flags & CHECKSUM_PRESENT) != 0) ? Integer.BYTES : 0);
		while (this.at < end) {
			int kind = this.bytes[this.at++];
			if (kind == 0) {
				checkDocument(end, 0);
			}
			else if (kind == 1) {
				int sectionEnd = end(this.at, number(), end);
				checkName(sectionEnd);
				while (this.at < sectionEnd) {
					checkDocument(sectionEnd, 0);
				}
			}
			else {
				throw corrupted("a section of kind " + kind);
			}
		}
	}

	private void checkQuery() {
		this.at += Integer.BYTES;
		checkName(this.bytes.length);
		this.at += 2 * Integer.BYTES;
		while (this.at < this.bytes.length) {
			checkDocument(this.bytes.length, 0);
		}
	}

	private void checkDocument(int limit, int depth) {
		if (depth > DEEPEST) {
			throw corrupted("a document that is too deep");
		}
		int end = end(this.at, number(), limit);
		while (this.at < end - 1) {
			byte type = this.bytes[this.at++];
			checkName(end);
			checkValue(type, end, depth);
		}
		if (this.at != end - 1 || this.bytes[this.at++] != 0) {
			throw corrupted("a document without an end");
		}
	}

	private void checkValue(byte type, int limit, int depth) {
		switch (type) {
			case 0x01, 0x09, 0x11, 0x12 -> skip(Long.BYTES, limit);
			case 0x02, 0x0D, 0x0E -> {
				int length = number();
				int end = end(this.at, length, limit);
				if (length < 1 || this.bytes[end - 1] != 0) {
					throw corrupted("a text without an end");
				}
				checkText(this.at, end - 1);
				this.at = end;
			}
			case 0x03, 0x04 -> checkDocument(limit, depth + 1);
			case 0x05 -> {
				int length = number();
				checkKind(this.bytes[this.at++]);
				this.at = end(this.at, length, limit);
			}
			case 0x06, 0x0A, 0x7F, (byte) 0xFF -> {
				// No value follows.
			}
			case 0x07 -> skip(12, limit);
			case 0x08 -> skip(1, limit);
			case 0x0B -> {
				checkName(limit);
				checkName(limit);
			}
			case 0x10 -> skip(Integer.BYTES, limit);
			case 0x13 -> skip(2 * Long.BYTES, limit);
			default -> throw corrupted("a value of type " + type);
		}
	}

	/** Of other kinds the library forgets the kind. */
	private static void checkKind(byte kind) {
		if (kind != 0 && kind != 3 && kind != 4) {
			throw corrupted("binary data of kind " + kind);
		}
	}

	private void checkName(int limit) {
		int end = this.at;
		while (end < limit && this.bytes[end] != 0) {
			end++;
		}
		if (end >= limit) {
			throw corrupted("a name without an end");
		}
		checkText(this.at, end);
		this.at = end + 1;
	}

	private void checkText(int from, int to) {
		for (int i = from; i < to; i++) {
			if (this.bytes[i] < 0) {
				try {
					StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.bytes, from, to - from));
					return;
				}
				catch (CharacterCodingException ex) {
					throw corrupted("text that is not UTF-8");
				}
			}
		}
	}

	private int number() {
		int number = this.numbers.getInt(this.at);
		this.at += Integer.BYTES;
		return number;
	}

	private void skip(int length, int limit) {
		this.at = end(this.at, length, limit);
	}

	private static int end(int from, int length, int limit) {
		if (length < 0 || length > limit - from) {
			throw corrupted("a length of " + length);
		}
		return from + length;
	}

	private static CorruptedFrameException corrupted(String what) {
		return new CorruptedFrameException(what);
	}

}
