package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once in a while deletes documents whose time has come, and makes the files shorter. */
final class Tidier implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Tidier.class);

	/** Between two looks at the size of the journal. */
	private static final Duration OFTEN = Duration.ofSeconds(1);

	/** How often MongoDB looks for documents to expire. */
	private static final Duration SELDOM = Duration.ofSeconds(60);

	private static final long SMALLEST_TO_COMPACT = 8L * 1024 * 1024;

	/** So that other writers of the collection come in between. */
	private static final int EXPIRED_AT_ONCE = 500;

	private final Backend backend;

	private final Journal journal;

	private final @Nullable StoreFolder folder;

	private final Clock clock;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "embedded-mongo-tidier");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean closed;

	private long compactFrom = SMALLEST_TO_COMPACT;

	Tidier(Backend backend, Journal journal, @Nullable StoreFolder folder, Clock clock) {
		this.backend = backend;
		this.journal = journal;
		this.folder = folder;
		this.clock = clock;
	}

	void start() {
		this.executor.scheduleWithFixedDelay(this::compactWhenLong, OFTEN.toMillis(), OFTEN.toMillis(),
				TimeUnit.MILLISECONDS);
		this.executor.scheduleWithFixedDelay(this::expireOrReport, SELDOM.toMillis(), SELDOM.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** Writes a snapshot, whatever the size of the journal. */
	synchronized void compact() throws IOException {
		if (this.folder != null) {
			long size = this.folder.compact(this.journal, this.backend::states, () -> this.closed);
			// As long again as the snapshot: the files are never much more than twice it.
			this.compactFrom = Math.max(SMALLEST_TO_COMPACT, size);
		}
	}

	/** Deletes what is past the time of an index that says so. */
	void expire() {
		Instant now = this.clock.instant();
		for (StoredCollection collection : this.backend.collections()) {
			for (SortedIndex index : collection.visible().indexes()) {
				IndexDefinition definition = index.definition();
				if (definition.expireAfter() != null && definition.parts().size() == 1) {
					Document expired = new Document(definition.parts().getFirst().field(),
							new Document("$lt", now.minus(definition.expireAfter())));
					while (!this.closed && collection.deleteDocuments(expired, EXPIRED_AT_ONCE,
							NoopOplog.get()) == EXPIRED_AT_ONCE) {
						this.journal.commit();
					}
					this.journal.commit();
				}
			}
		}
	}

	@Override
	public void close() {
		this.closed = true;
		// Without interrupting: a file channel that is interrupted closes itself.
		this.executor.shutdown();
		try {
			if (!this.executor.awaitTermination(1, TimeUnit.MINUTES)) {
				log.warn("The files are still being tidied");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void compactWhenLong() {
		long size = this.journal.size();
		if (this.closed || size < this.compactFrom) {
			return;
		}
		try {
			compact();
		}
		catch (IOException | RuntimeException ex) {
			this.compactFrom = size + SMALLEST_TO_COMPACT;
			log.warn("The files could not be made shorter, and stay as they are: {}", ex.toString());
		}
	}

	private void expireOrReport() {
		try {
			expire();
		}
		catch (RuntimeException ex) {
			log.warn("Expired documents stay for now: {}", ex.toString());
		}
	}

}
