package nl.kundig.embeddedmongo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A running MongoDB stand-in. It lets in who knows its {@link #uri}, and nobody else. */
public final class EmbeddedMongo implements AutoCloseable {

	/** Large enough for the data: a scan of pages outside the cache costs forty times. */
	private static final int CACHE_MEGABYTES = 256;

	/**
	 * More than one command can carry, so that H2 never writes in the middle of a
	 * command.
	 */
	private static final int UNSAVED_KILOBYTES = 64 * 1024;

	/** A connection stays on its worker, so a long scan holds up who shares it. */
	private static final int WORKERS = 64;

	private final String secret = newSecret();

	private final MongoServer server;

	private final InetSocketAddress address;

	private final @Nullable FolderLock lock;

	private final AtomicBoolean closed = new AtomicBoolean();

	private EmbeddedMongo(MVStore store, @Nullable FolderLock lock) {
		this.lock = lock;
		this.server = new MongoServer(new Backend(store, this.secret));
		// Closes the backend, and with it the store, when it cannot listen.
		this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
		this.address = this.server.getLocalAddress();
	}

	/**
	 * Opens the folder, creating it when it is not there.
	 * @throws Unavailable when the folder cannot be written, is in use or is damaged
	 */
	public static EmbeddedMongo open(Path folder) {
		FolderLock lock = FolderLock.take(folder);
		Path file = lock.folder().resolve("kundig.mv.db");
		MVStore store = null;
		try {
			store = new MVStore.Builder().fileName(file.toString())
				.cacheSize(CACHE_MEGABYTES)
				.autoCommitBufferSize(UNSAVED_KILOBYTES)
				// Each commit writes whole pages again: this is what keeps the file
				// small.
				.compress()
				.open();
			// The backend commits, between commands; H2's own thread would do it during
			// one.
			store.setAutoCommitDelay(0);
			return new EmbeddedMongo(store, lock);
		}
		catch (RuntimeException ex) {
			if (store != null) {
				store.closeImmediately();
			}
			lock.close();
			throw new Unavailable("The data in " + file + " is damaged: restore the folder from a backup", ex);
		}
	}

	/** For tests: nothing on disk, everything gone when closed. */
	public static EmbeddedMongo inMemory() {
		return new EmbeddedMongo(MVStore.open(null), null);
	}

	/**
	 * What a driver connects to. Whoever has it may read and write all: do not log it.
	 */
	public String uri(String database) {
		return "mongodb://127.0.0.1:" + this.address.getPort() + "/" + database + "?appName=" + this.secret;
	}

	/** Closes all connections, tidies the file and lets go of the folder. */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			try {
				this.server.shutdownNow();
			}
			finally {
				if (this.lock != null) {
					this.lock.close();
				}
			}
		}
	}

	private static String newSecret() {
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	/** The folder cannot be used; the message says why, in one line for who starts it. */
	public static final class Unavailable extends RuntimeException {

		Unavailable(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

}
