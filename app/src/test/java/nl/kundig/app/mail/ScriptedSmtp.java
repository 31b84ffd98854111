package nl.kundig.app.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers one word of the dialogue as a test says, and the others with
 * yes. An empty answer is none at all.
 */
final class ScriptedSmtp implements AutoCloseable {

	private final ServerSocket socket;

	private final Map<String, String> answers;

	private final AtomicInteger connections = new AtomicInteger();

	ScriptedSmtp(Map<String, String> answers) {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.answers = answers;
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	int connections() {
		return this.connections.get();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				this.connections.incrementAndGet();
				Thread.ofVirtual().start(() -> talk(client));
			}
			catch (IOException ex) {
				// Closed.
			}
		}
	}

	private void talk(Socket client) {
		try (client) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
			say(client, this.answers.getOrDefault("CONNECT", "220 test"));
			boolean data = false;
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (data && !line.equals(".")) {
					continue;
				}
				String word = data ? "." : line.split("[ :]")[0].toUpperCase(Locale.ROOT);
				data = word.equals("DATA");
				say(client,
						this.answers.getOrDefault(word, data ? "354 go" : word.equals("QUIT") ? "221 bye" : "250 ok"));
			}
		}
		catch (IOException ex) {
			// The other side left.
		}
	}

	private static void say(Socket client, String answer) throws IOException {
		if (!answer.isEmpty()) {
			client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
			client.getOutputStream().flush();
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
