package nl.kundig.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Kundig with the demo content as a process of its own, started with
 * {@code scripts/run} in a temporary data folder.
 */
final class Server implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(2);

	private final Path data;

	private final int port;

	private final Process process;

	private final Duration untilFirstPage;

	/** Starts Kundig with this data and waits for its first page. */
	Server(Path data) {
		this.data = data;
		this.port = freePort();
		Path log = data.resolve("bench.log");
		long start = System.nanoTime();
		try {
			this.process = new ProcessBuilder("scripts/run", "--port", Integer.toString(this.port), "--data",
					data.toString())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(this.process::destroyForcibly));
			while (!answers()) {
				if (!this.process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
					this.process.destroyForcibly();
					throw new IllegalStateException("Kundig did not start:\n" + Files.readString(log));
				}
				// A process that starts tells nobody; asking is how a visitor finds out.
				Thread.sleep(10);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		this.untilFirstPage = Duration.ofNanos(System.nanoTime() - start);
	}

	/** An empty folder that is gone when this program ends. */
	static Path temporaryFolder() throws IOException {
		Path folder = Files.createTempDirectory("kundig-bench");
		Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
		return folder;
	}

	int port() {
		return this.port;
	}

	/** From the command to the first page. */
	Duration untilFirstPage() {
		return this.untilFirstPage;
	}

	/** What each shape of query cost the embedded store so far; empty with a MongoDB. */
	List<QueryUse> queries() {
		String json = new Visitor(this.port + 1).get("/actuator/queries").text();
		return List.of(JsonMapper.shared().readValue(json, QueryUse[].class));
	}

	/** User and system time so far; the script gave its process to Kundig. */
	Duration cpu() {
		return this.process.toHandle().info().totalCpuDuration().orElseThrow();
	}

	/**
	 * Waits until it has done what it had to do after its start, two minutes at most.
	 */
	void awaitQuiet() throws InterruptedException {
		long end = System.nanoTime() + LONGEST_CATCH_UP.toNanos();
		Duration before;
		do {
			before = cpu();
			// A process that works tells nobody; looking twice is how to find out.
			Thread.sleep(1000);
		}
		while (cpu().minus(before).toMillis() > 100 && System.nanoTime() < end);
	}

	/** What of it is in memory, in MiB; -1 where there is no {@code /proc}. */
	long residentMib() throws IOException {
		Path status = Path.of("/proc/" + this.process.pid() + "/status");
		if (!Files.exists(status)) {
			return -1;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(-1);
	}

	/** Usernames of the demo with their passwords. */
	Map<String, String> accounts() throws IOException {
		Map<String, String> accounts = new LinkedHashMap<>();
		List<String> lines = Files.readAllLines(this.data.resolve("demo-accounts.csv"));
		lines.stream().skip(1).map((line) -> line.split(",")).forEach((parts) -> accounts.put(parts[2], parts[3]));
		return accounts;
	}

	private boolean answers() {
		try {
			return new Visitor(this.port).get("/inloggen").text().contains("name=\"password\"");
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private static int freePort() {
		while (true) {
			try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
					// The next port is for management.
					ServerSocket next = new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
				return next.getLocalPort() - 1;
			}
			catch (IOException | IllegalArgumentException ex) {
				// Another program has the next port: look further.
			}
		}
	}

	private static void remove(Path folder) {
		for (int attempt = 0; attempt < 20 && Files.exists(folder); attempt++) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
					Files.deleteIfExists(file);
				}
			}
			catch (IOException | UncheckedIOException ex) {
				// A Kundig that is being stopped may still write.
				sleep();
			}
		}
	}

	private static void sleep() {
		try {
			// This measures and tests nothing: it only waits between two looks.
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
