package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/** A running MongoDB stand-in. It lets in who knows its {@link #uri}, and nobody else. */
public final class EmbeddedMongo implements AutoCloseable {

	/** From here on an administrator should act: of the memory, in percent. */
	public static final int NEARLY_FULL_PERCENT = 80;

	/** From here on writes are refused, but those that make room: in percent. */
	public static final int FULL_PERCENT = 90;

	private final String secret = newSecret();

	private final QueryCounters counters = new QueryCounters();

	private final @Nullable FolderLock lock;

	private final @Nullable StoreFolder folder;

	private final Journal journal;

	private final Backend backend;

	private final Tidier tidier;

	private final Server server;

	private final AtomicBoolean closed = new AtomicBoolean();

	private EmbeddedMongo(Journal journal, Map<String, SortedMap<Long, StoredDocument>> found,
			@Nullable StoreFolder folder, @Nullable FolderLock lock, Clock clock) {
		this.lock = lock;
		this.folder = folder;
		this.journal = journal;
		this.backend = new Backend(this.secret, journal, found, this.counters, clock);
		this.tidier = new Tidier(this.backend, journal, folder, clock);
		this.server = new Server(this.backend);
		this.tidier.start();
	}

	/**
	 * Opens the folder, creating it when it is not there; acknowledged writes survive the
	 * death of the process.
	 * @throws Unavailable when the folder cannot be written, is in use or is damaged
	 */
	public static EmbeddedMongo open(Path folder) {
		return open(folder, DataSync.PROCESS);
	}

	/**
	 * Opens the folder, creating it when it is not there.
	 * @throws Unavailable when the folder cannot be written, is in use or is damaged
	 */
	public static EmbeddedMongo open(Path folder, DataSync sync) {
		FolderLock lock = FolderLock.take(folder);
		try {
			StoreFolder files = new StoreFolder(lock.folder());
			Journal journal = files.open(sync);
			return new EmbeddedMongo(journal, files.collections(), files, lock, Clock.systemUTC());
		}
		catch (RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	/** For tests: nothing on disk, everything gone when closed. */
	public static EmbeddedMongo inMemory() {
		return inMemory(Clock.systemUTC());
	}

	/** For tests of what happens in time. */
	static EmbeddedMongo inMemory(Clock clock) {
		return new EmbeddedMongo(Journal.inMemory(), new HashMap<>(), null, null, clock);
	}

	/**
	 * What a driver connects to. Whoever has it may read and write all: do not log it.
	 */
	public String uri(String database) {
		return "mongodb://127.0.0.1:" + this.server.port() + "/" + database + "?appName=" + this.secret;
	}

	/** What each shape of query cost since the start. */
	public List<QueryUse> queries() {
		return this.counters.table();
	}

	/** How much of the memory was in use after it was last cleared of garbage. */
	public int heapPercent() {
		return this.backend.heap().percent();
	}

	/** Closes all connections, ends the file and lets go of the folder. */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			try {
				this.server.close();
				this.tidier.close();
				this.backend.close();
				this.journal.close();
				if (this.folder != null) {
					this.folder.close();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			finally {
				if (this.lock != null) {
					this.lock.close();
				}
			}
		}
	}

	Tidier tidier() {
		return this.tidier;
	}

	/** Empty when each index equals one made anew. */
	List<String> indexDifferences() {
		return this.backend.collections()
			.stream()
			.flatMap((collection) -> collection.indexDifferences().stream())
			.toList();
	}

	private static String newSecret() {
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	/** What an acknowledged write survives. */
	public enum DataSync {

		/** The death of this process: it was handed to the system. */
		PROCESS,

		/** A loss of power: the system says that it is on the disk. */
		ALWAYS

	}

	/**
	 * What the queries of one shape cost since the start.
	 *
	 * @param collection without the database
	 * @param shape fields, operators and order, without values
	 * @param plan the index that was used, "several indexes" or "all records"
	 * @param scanned how many documents they looked at, all together
	 * @param returned how many of them matched
	 * @param worst the most that one of them looked at beyond ten times what it returned
	 * and ten; above zero it did needless work
	 */
	public record QueryUse(String collection, String shape, String plan, long times, long scanned, long returned,
			long worst) {

	}

	/** The folder cannot be used; the message says why, in one line for who starts it. */
	public static final class Unavailable extends RuntimeException {

		Unavailable(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

}
