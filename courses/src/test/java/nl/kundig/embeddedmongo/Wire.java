package nl.kundig.embeddedmongo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Messages of the wire protocol as bytes, right and wrong ones. */
final class Wire {

	static final int OP_QUERY = 2004;

	static final int OP_MSG = 2013;

	private static final int HEADER = 16;

	private static final int BYTES_PER_LEVEL = 8;

	private static final int EMPTY_DOCUMENT = 5;

	private Wire() {
	}

	/** A message that may lie about its length. */
	static byte[] message(int claimedLength, int opCode, byte[] content) {
		return buffer(HEADER + content.length).putInt(claimedLength)
			.putInt(1)
			.putInt(0)
			.putInt(opCode)
			.put(content)
			.array();
	}

	static byte[] message(int opCode, byte[] content) {
		return message(HEADER + content.length, opCode, content);
	}

	static byte[] command(Document command) {
		return command(bson(command));
	}

	static byte[] command(byte[] bson) {
		return message(OP_MSG, concat(ints(0), bytes(0), bson));
	}

	static byte[] insert(String collection, byte[] document) {
		byte[] name = cString("documents");
		return message(OP_MSG,
				concat(ints(0), bytes(0), bson(new Document("insert", collection).append("$db", "kundig")), bytes(1),
						ints(4 + name.length + document.length), name, document));
	}

	static byte[] legacyQuery(String collection, Document query) {
		return message(OP_QUERY, concat(ints(0), cString(collection), ints(0, -1), bson(query)));
	}

	static byte[] bson(Document document) {
		BasicOutputBuffer output = new BasicOutputBuffer();
		try (BsonBinaryWriter writer = new BsonBinaryWriter(output)) {
			new DocumentCodec().encode(writer, document, EncoderContext.builder().build());
		}
		return output.toByteArray();
	}

	/** A document in a document and so on; no library would write the deep ones. */
	static byte[] nested(int levels) {
		ByteBuffer bson = buffer(levels * BYTES_PER_LEVEL + EMPTY_DOCUMENT);
		for (int below = levels; below > 0; below--) {
			bson.putInt(below * BYTES_PER_LEVEL + EMPTY_DOCUMENT).put((byte) 3).put((byte) 'a').put((byte) 0);
		}
		// The innermost document, and the end of each one around it.
		return bson.putInt(EMPTY_DOCUMENT).array();
	}

	/** The bytes with something else where the placeholder was. */
	static byte[] replace(byte[] bytes, String placeholder, int... with) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		String other = new String(bytes(with), StandardCharsets.ISO_8859_1);
		if (!text.contains(placeholder) || placeholder.length() != other.length()) {
			throw new IllegalArgumentException("cannot replace " + placeholder);
		}
		return text.replace(placeholder, other).getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] cString(String text) {
		return concat(text.getBytes(StandardCharsets.UTF_8), bytes(0));
	}

	static byte[] ints(int... values) {
		ByteBuffer buffer = buffer(values.length * Integer.BYTES);
		for (int value : values) {
			buffer.putInt(value);
		}
		return buffer.array();
	}

	static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	static byte[] concat(byte[]... parts) {
		int length = 0;
		for (byte[] part : parts) {
			length += part.length;
		}
		ByteBuffer all = ByteBuffer.allocate(length);
		for (byte[] part : parts) {
			all.put(part);
		}
		return all.array();
	}

	private static ByteBuffer buffer(int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
	}

}
