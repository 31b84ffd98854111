package nl.kundig.embeddedmongo;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.CorruptedFrameException;
import org.jspecify.annotations.Nullable;

/**
 * The library's reader of messages, which would wait for any length that a client
 * announces, and would store text that is not UTF-8 as other text, and user-defined
 * binary data as generic.
 */
final class WireProtocol extends MongoWireProtocolHandler {

	private static final int HEADER = 16;

	private static final char REPLACED = '\uFFFD';

	@Override
	protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
		int start = buffer.readerIndex();
		if (buffer.readableBytes() >= Integer.BYTES) {
			int length = buffer.getIntLE(start);
			if (length < HEADER || length > MAX_MESSAGE_SIZE_BYTES) {
				throw new CorruptedFrameException("a message of " + length + " bytes");
			}
		}
		ClientRequest request = super.decode(context, buffer);
		if (request instanceof MongoMessage message && isDoubtful(message.getDocument())) {
			requireReadable(buffer, start + HEADER + Integer.BYTES, buffer.readerIndex());
		}
		return request;
	}

	/** What the library may have read wrongly: that sign, and binary data. */
	private static boolean isDoubtful(@Nullable Object value) {
		return switch (value) {
			case String text -> text.indexOf(REPLACED) >= 0;
			case BinData _ -> true;
			case Map<?, ?> document -> document.entrySet()
				.stream()
				.anyMatch((field) -> isDoubtful(field.getKey()) || isDoubtful(field.getValue()));
			case Collection<?> values -> values.stream().anyMatch(WireProtocol::isDoubtful);
			case null, default -> false;
		};
	}

	private static void requireReadable(ByteBuf buffer, int from, int to) throws CorruptedFrameException {
		new Walk(buffer, from, to).walkMessage();
	}

	/** Walks the BSON of a message from value to value. */
	private static final class Walk {

		private final ByteBuf buffer;

		private final int end;

		private int at;

		Walk(ByteBuf buffer, int start, int end) {
			this.buffer = buffer;
			this.at = start;
			this.end = end;
		}

		void walkMessage() {
			while (this.at < this.end) {
				if (this.buffer.getByte(this.at++) == 0) {
					walkDocument();
				}
				else {
					int sectionEnd = this.at + this.buffer.getIntLE(this.at);
					this.at += Integer.BYTES;
					walkName();
					while (this.at < sectionEnd) {
						walkDocument();
					}
				}
			}
		}

		private void walkDocument() {
			this.at += Integer.BYTES;
			for (byte type = next(); type != 0; type = next()) {
				walkName();
				walkValue(type);
			}
		}

		private void walkValue(byte type) {
			switch (type) {
				case 0x01, 0x09, 0x11, 0x12 -> this.at += 8;
				case 0x02, 0x0D, 0x0E -> {
					int length = this.buffer.getIntLE(this.at);
					requireText(this.at + Integer.BYTES, length - 1);
					this.at += Integer.BYTES + length;
				}
				case 0x03, 0x04 -> walkDocument();
				case 0x05 -> {
					requireKnownKind(this.buffer.getByte(this.at + Integer.BYTES));
					this.at += Integer.BYTES + 1 + this.buffer.getIntLE(this.at);
				}
				case 0x07 -> this.at += 12;
				case 0x08 -> this.at += 1;
				case 0x0B -> {
					walkName();
					walkName();
				}
				case 0x10 -> this.at += Integer.BYTES;
				case 0x13 -> this.at += 16;
				default -> {
					// No value follows.
				}
			}
		}

		private void walkName() {
			int length = this.buffer.indexOf(this.at, this.end, (byte) 0) - this.at;
			requireText(this.at, length);
			this.at += length + 1;
		}

		/** Of other kinds the library forgets the kind. */
		private static void requireKnownKind(byte kind) {
			if (kind != 0 && kind != 3 && kind != 4) {
				throw new CorruptedFrameException("binary data of kind " + kind);
			}
		}

		private byte next() {
			return this.buffer.getByte(this.at++);
		}

		private void requireText(int from, int length) {
			ByteBuffer bytes = this.buffer.nioBuffer(from, length);
			try {
				StandardCharsets.UTF_8.newDecoder().decode(bytes);
			}
			catch (CharacterCodingException ex) {
				throw new CorruptedFrameException("text that is not UTF-8", ex);
			}
		}

	}

}
