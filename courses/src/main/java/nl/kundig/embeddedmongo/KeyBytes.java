package nl.kundig.embeddedmongo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that, compared unsigned, sort as MongoDB sorts the values. No value's
 * bytes are the beginning of another's, so bytes of several values sort as the values one
 * after the other. A Decimal128 counts as the nearest double, as it does for the matcher
 * of the library.
 */
final class KeyBytes {

	/** Follows a key's beginning in a bound that lies after all keys with it. */
	static final byte AFTER = (byte) 0xFF;

	/** An array without elements, which MongoDB indexes as "undefined". */
	static final Object EMPTY_ARRAY = new Object();

	private static final int MIN_KEY = 0x05;

	private static final int UNDEFINED = 0x08;

	private static final int NULL = 0x0A;

	private static final int NUMBER = 0x20;

	private static final int STRING = 0x30;

	private static final int DOCUMENT = 0x40;

	private static final int ARRAY = 0x48;

	private static final int BINARY = 0x50;

	private static final int OBJECT_ID = 0x58;

	private static final int BOOLEAN = 0x60;

	private static final int DATE = 0x68;

	private static final int TIMESTAMP = 0x70;

	private static final int REGEX = 0x78;

	private static final int CODE = 0x7A;

	private static final int MAX_KEY = 0x7F;

	private static final int SMALLER = 0x40;

	private static final int EXACT = 0x80;

	private static final int LARGER = 0xC0;

	private static final double TWO_TO_THE_63 = 0x1p63;

	private byte[] bytes = new byte[48];

	private int length;

	static byte[] of(@Nullable Object value) {
		return new KeyBytes().append(value, true).toBytes();
	}

	/** The type of a value, as the first byte of its bytes. */
	static byte type(@Nullable Object value) {
		return (byte) typeOf(value);
	}

	static byte[] inverted(byte[] bytes) {
		byte[] inverted = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			inverted[i] = (byte) ~bytes[i];
		}
		return inverted;
	}

	static byte[] join(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	static boolean startsWith(byte[] bytes, byte[] beginning) {
		return bytes.length >= beginning.length
				&& Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
	}

	KeyBytes append(@Nullable Object value, boolean ascending) {
		int start = this.length;
		write(value);
		if (!ascending) {
			for (int i = start; i < this.length; i++) {
				this.bytes[i] = (byte) ~this.bytes[i];
			}
		}
		return this;
	}

	KeyBytes appendRecord(long record) {
		writeLong(record);
		return this;
	}

	byte[] toBytes() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	private static int typeOf(@Nullable Object value) {
		return switch (value) {
			case null -> NULL;
			case Missing _ -> NULL;
			case Number _ -> NUMBER;
			case String _ -> STRING;
			case Map<?, ?> _ -> DOCUMENT;
			case Collection<?> _ -> ARRAY;
			case BinData _ -> BINARY;
			case UUID _ -> BINARY;
			case LegacyUUID _ -> BINARY;
			case ObjectId _ -> OBJECT_ID;
			case Boolean _ -> BOOLEAN;
			case Instant _ -> DATE;
			case BsonTimestamp _ -> TIMESTAMP;
			case BsonRegularExpression _ -> REGEX;
			case BsonJavaScript _ -> CODE;
			case MinKey _ -> MIN_KEY;
			case MaxKey _ -> MAX_KEY;
			default -> {
				if (value == EMPTY_ARRAY) {
					yield UNDEFINED;
				}
				throw new IllegalArgumentException("cannot sort " + value.getClass());
			}
		};
	}

	private void write(@Nullable Object value) {
		writeByte(typeOf(value));
		switch (value) {
			case Number number -> writeNumber(number);
			case String text -> writeText(text);
			case Map<?, ?> document -> writeDocument(document);
			case Collection<?> values -> {
				values.forEach(this::write);
				writeByte(0);
			}
			case BinData binary -> writeBinary(0, binary.getData());
			case UUID uuid -> writeUuid(4, uuid);
			case LegacyUUID uuid -> writeUuid(3, uuid.getUuid());
			case ObjectId id -> writeBytes(id.toByteArray());
			case Boolean bool -> writeByte(bool ? 1 : 0);
			case Instant date -> writeLong(date.toEpochMilli() ^ Long.MIN_VALUE);
			case BsonTimestamp timestamp -> writeTimestamp(timestamp);
			case BsonRegularExpression regex -> {
				writeText(regex.getPattern());
				writeText(String.valueOf(regex.getOptions()));
			}
			case BsonJavaScript code -> writeText(code.getCode());
			case null, default -> {
				// The type is all there is.
			}
		}
	}

	/**
	 * MongoDB compares type, name and value of each field, in the order of the fields.
	 */
	private void writeDocument(Map<?, ?> document) {
		document.forEach((name, value) -> {
			writeByte(typeOf(value));
			writeText(String.valueOf(name));
			write(value);
		});
		writeByte(0);
	}

	/** The double, and for a whole number that no double can hold what is missing. */
	private void writeNumber(Number number) {
		double rounded = number.doubleValue();
		long bits = Double.doubleToLongBits((rounded == 0) ? 0.0 : rounded);
		// Negative numbers sort the other way round; not-a-number comes before all.
		writeLong(Double.isNaN(rounded) ? 0 : (bits < 0) ? ~bits : bits ^ Long.MIN_VALUE);
		long rest = (number instanceof Long whole) ? rest(whole, rounded) : 0;
		writeByte((rest == 0) ? EXACT : (rest < 0) ? SMALLER : LARGER);
		if (rest != 0) {
			writeByte((int) ((rest >> 8) ^ 0x80));
			writeByte((int) rest);
		}
	}

	private static long rest(long whole, double rounded) {
		// Two to the 63rd is one more than the largest long.
		return (rounded == TWO_TO_THE_63) ? whole - Long.MAX_VALUE - 1 : whole - (long) rounded;
	}

	private void writeText(String text) {
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			writeByte(b);
			if (b == 0) {
				writeByte(0xFF);
			}
		}
		writeByte(0);
		writeByte(1);
	}

	private void writeBinary(int subtype, byte[] data) {
		writeInt(data.length);
		writeByte(subtype);
		writeBytes(data);
	}

	private void writeUuid(int subtype, UUID uuid) {
		writeInt(16);
		writeByte(subtype);
		writeLong(uuid.getMostSignificantBits());
		writeLong(uuid.getLeastSignificantBits());
	}

	private void writeTimestamp(BsonTimestamp timestamp) {
		writeInt(timestamp.getTime());
		writeInt(timestamp.getInc());
	}

	private void writeLong(long value) {
		writeInt((int) (value >>> 32));
		writeInt((int) value);
	}

	private void writeInt(int value) {
		for (int shift = 24; shift >= 0; shift -= 8) {
			writeByte(value >>> shift);
		}
	}

	private void writeBytes(byte[] data) {
		for (byte b : data) {
			writeByte(b);
		}
	}

	private void writeByte(int value) {
		if (this.length == this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, this.length * 2);
		}
		this.bytes[this.length++] = (byte) value;
	}

}
