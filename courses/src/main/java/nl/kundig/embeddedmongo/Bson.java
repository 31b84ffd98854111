package nl.kundig.embeddedmongo;

import java.util.Collection;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Documents to bytes and back, within MongoDB's limits. */
final class Bson {

	/** From MongoDB's "Limits and Thresholds": nested depth for BSON documents. */
	private static final int MAX_DEPTH = 100;

	private Bson() {
	}

	/**
	 * @throws MongoServerError when the document is larger or deeper than may be
	 */
	static byte[] encode(Document document) {
		requireDepth(document);
		ByteBuf buffer = Unpooled.buffer(512);
		BsonEncoder.encodeDocument(document, buffer);
		if (buffer.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
			throw new MongoServerError(10334, "BSONObjectTooLarge", "BSONObj size: " + buffer.readableBytes()
					+ " is invalid. Size must be between 0 and " + BsonConstants.MAX_BSON_OBJECT_SIZE);
		}
		byte[] bytes = new byte[buffer.readableBytes()];
		buffer.readBytes(bytes);
		return bytes;
	}

	static Document decode(byte[] bytes) {
		return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
	}

	/**
	 * @throws MongoServerError when it is deeper than may be
	 */
	static void requireDepth(@Nullable Object document) {
		requireDepth(document, 1);
	}

	private static void requireDepth(@Nullable Object value, int depth) {
		if (value instanceof Map<?, ?> document) {
			requireAtMost(depth);
			document.values().forEach((inner) -> requireDepth(inner, depth + 1));
		}
		else if (value instanceof Collection<?> array) {
			requireAtMost(depth);
			array.forEach((inner) -> requireDepth(inner, depth + 1));
		}
	}

	private static void requireAtMost(int depth) {
		if (depth > MAX_DEPTH) {
			throw new MongoServerError(15, "Overflow", "a document may be nested at most " + MAX_DEPTH + " deep");
		}
	}

}
