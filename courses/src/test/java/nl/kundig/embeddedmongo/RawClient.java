package nl.kundig.embeddedmongo;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import com.mongodb.ConnectionString;
import org.bson.BsonBinaryReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;

/** A connection on which anything can be sent, which a driver would not. */
final class RawClient implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 20_000;

	private static final int LENGTH_AND_HEADER_OF_MESSAGE = 21;

	private static final int LENGTH_AND_HEADER_OF_REPLY = 36;

	private final Socket socket;

	private RawClient(String uri) throws IOException {
		String[] address = new ConnectionString(uri).getHosts().getFirst().split(":");
		this.socket = new Socket(address[0], Integer.parseInt(address[1]));
		this.socket.setSoTimeout(PATIENCE_MILLIS);
	}

	/** Has not said who it is. */
	static RawClient stranger(String uri) throws IOException {
		return new RawClient(uri);
	}

	static RawClient letIn(String uri) throws IOException {
		RawClient client = new RawClient(uri);
		client.greet(String.valueOf(new ConnectionString(uri).getApplicationName()));
		return client;
	}

	Optional<Document> greet(Object name) throws IOException {
		send(Wire
			.command(new Document("hello", 1).append("client", new Document("application", new Document("name", name)))
				.append("$db", "admin")));
		return answer();
	}

	/** The answer to a command that is expected to have one. */
	Document run(Document command) throws IOException {
		send(Wire.command(command));
		return answer().orElseThrow();
	}

	/**
	 * Sends what the server takes: it may hang up before the end.
	 * @return whether it took everything
	 */
	boolean send(byte[] message) throws IOException {
		try {
			this.socket.getOutputStream().write(message);
			return true;
		}
		catch (SocketException ex) {
			return false;
		}
	}

	/** Says that nothing more comes. */
	void endInput() throws IOException {
		this.socket.shutdownOutput();
	}

	/** The answer, or nothing when the server hung up. */
	Optional<Document> answer() throws IOException {
		try {
			DataInputStream input = new DataInputStream(this.socket.getInputStream());
			int length = Integer.reverseBytes(input.readInt());
			ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
			input.readFully(message.array(), Integer.BYTES, length - Integer.BYTES);
			boolean isMessage = message.getInt(12) == Wire.OP_MSG;
			message.position(isMessage ? LENGTH_AND_HEADER_OF_MESSAGE : LENGTH_AND_HEADER_OF_REPLY);
			if (!message.hasRemaining()) {
				return Optional.of(new Document());
			}
			return Optional.of(new DocumentCodec().decode(new BsonBinaryReader(message.slice()),
					DecoderContext.builder().build()));
		}
		catch (EOFException | SocketException ex) {
			return Optional.empty();
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
