package nl.kundig.embeddedmongo;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.CorruptedFrameException;
import org.jspecify.annotations.Nullable;

/**
 * The library's reader of messages, which trusts what is sent: it would wait for any
 * length that a stranger announces, and make room for any text that claims to be long.
 */
final class WireProtocol extends MongoWireProtocolHandler {

	/** A greeting is some hundreds of bytes. */
	private static final int LONGEST_OF_STRANGERS = 16 * 1024;

	@Override
	protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
		if (buffer.readableBytes() >= Integer.BYTES) {
			int length = buffer.getIntLE(buffer.readerIndex());
			if (length < MessageCheck.HEADER || length > longest(context)) {
				throw new CorruptedFrameException("a message of " + length + " bytes");
			}
			if (buffer.readableBytes() >= length) {
				byte[] message = new byte[length];
				buffer.getBytes(buffer.readerIndex(), message);
				new MessageCheck(message).check();
			}
		}
		return super.decode(context, buffer);
	}

	private static int longest(ChannelHandlerContext context) {
		return Backend.isLetIn(context.channel()) ? MAX_MESSAGE_SIZE_BYTES : LONGEST_OF_STRANGERS;
	}

}
