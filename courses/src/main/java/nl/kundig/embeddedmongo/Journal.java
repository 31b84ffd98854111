package nl.kundig.embeddedmongo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import de.bwaldvogel.mongo.exception.MongoServerError;
import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import nl.kundig.embeddedmongo.JournalRecord.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happened to the end of a file before it becomes visible. Commands of
 * several connections share one write: whoever comes first writes for all who wait. When
 * the file cannot be written all of them are refused, and what they changed is forgotten
 * as if it had not been asked for.
 */
final class Journal implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Journal.class);

	private static final byte[] HEADER = JournalRecord.of(Kind.HEADER, JournalFile.FORMAT, JournalFile.VERSION)
		.toBytes();

	private final DataSync sync;

	/** Held by who writes the file; taken before the monitor of this journal. */
	private final ReentrantLock writing = new ReentrantLock();

	private final ThreadLocal<Set<Batch>> mine = ThreadLocal.withInitial(LinkedHashSet::new);

	/** Null when nothing is kept on disk, and after closing. */
	private @Nullable FileChannel file;

	private final boolean onDisk;

	/** Closed journals, which large documents may lie in. */
	private final OpenFiles former = new OpenFiles();

	/** Where the last whole batch ends; what lies behind it failed. */
	private long good;

	private long records;

	/** Whether a large document lies in the file, which is read from there. */
	private boolean large;

	private boolean closed;

	private Batch next = new Batch();

	private volatile long era;

	private Journal(@Nullable FileChannel file, long good, long records, DataSync sync) {
		this.file = file;
		this.onDisk = file != null;
		this.good = good;
		this.records = records;
		this.sync = sync;
	}

	static Journal inMemory() {
		return new Journal(null, 0, 0, DataSync.PROCESS);
	}

	/** Goes on at the end of a file that was read. */
	static Journal at(Path path, JournalFile.Reading reading, DataSync sync) throws IOException {
		FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
		if (reading.isCutOff()) {
			log.warn("Cut {} bytes of an unfinished write off the end of {}", reading.size() - reading.good(), path);
			file.truncate(reading.good());
		}
		return new Journal(file, reading.good(), reading.records(), sync);
	}

	/** A new file with its first record. */
	static FileChannel create(Path path) throws IOException {
		FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
		try {
			writeFully(file, 0, HEADER);
			file.force(true);
			return file;
		}
		catch (IOException ex) {
			file.close();
			Files.deleteIfExists(path);
			throw ex;
		}
	}

	/**
	 * Changes with each failure. What a collection held back in an earlier era is void.
	 */
	long era() {
		return this.era;
	}

	/**
	 * Adds a record that {@link #commit} writes.
	 * @param era in which the writer began
	 * @param written makes the change visible, once it is written
	 */
	void append(JournalRecord record, long era, Written written) {
		if (!this.onDisk) {
			written.at(null, 0);
			return;
		}
		byte[] bytes = record.toBytes();
		synchronized (this) {
			if (era != this.era) {
				throw notWritten();
			}
			this.next.add(bytes, record.documentOffset(bytes), written);
			this.next.large |= record.document().length >= StoredDocument.LARGE;
			this.mine.get().add(this.next);
		}
	}

	/**
	 * Returns when all that this thread appended is in the file.
	 * @throws MongoServerError when it could not be written and is void
	 */
	void commit() {
		Set<Batch> batches = this.mine.get();
		if (batches.isEmpty()) {
			return;
		}
		this.mine.remove();
		this.writing.lock();
		try {
			for (Batch batch : batches) {
				if (!batch.done) {
					// Batches end in turn, so this one is the next.
					write(take());
				}
				if (batch.failed) {
					throw notWritten();
				}
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	/** Writes what any thread appended. */
	void commitAll() {
		this.writing.lock();
		try {
			write(take());
		}
		finally {
			this.writing.unlock();
		}
	}

	/**
	 * Closes the file with its last record and goes on in another.
	 * @param atTheTurn runs when all that is written is visible and nothing else
	 */
	void turnTo(Path path, Runnable atTheTurn) throws IOException {
		this.writing.lock();
		try {
			write(take());
			FileChannel old = requireOpen();
			long size = this.good;
			try {
				writeFully(old, size, JournalRecord.of(Kind.END, "", this.records).toBytes());
				old.force(true);
				this.file = create(path);
			}
			catch (IOException ex) {
				old.truncate(size);
				throw ex;
			}
			this.good = HEADER.length;
			this.records = 0;
			atTheTurn.run();
			leave(old);
		}
		finally {
			this.writing.unlock();
		}
	}

	long size() {
		this.writing.lock();
		try {
			return this.good;
		}
		finally {
			this.writing.unlock();
		}
	}

	@Override
	public void close() throws IOException {
		this.writing.lock();
		try {
			if (this.file != null) {
				write(take());
				this.file.force(true);
				this.file.close();
				this.file = null;
			}
			this.former.close();
			this.closed = true;
		}
		finally {
			this.writing.unlock();
		}
	}

	private synchronized Batch take() {
		Batch batch = this.next;
		this.next = new Batch();
		return batch;
	}

	private void write(Batch batch) {
		try {
			if (batch.size() > 0) {
				FileChannel channel = requireOpen();
				if (channel.size() > this.good) {
					// Could not be cut off when it failed.
					channel.truncate(this.good);
				}
				writeFully(channel, this.good, batch.bytes.toByteArray());
				if (this.sync == DataSync.ALWAYS) {
					channel.force(false);
				}
				batch.tell(channel, this.good);
				this.good += batch.bytes.size();
				this.records += batch.size();
				this.large |= batch.large;
			}
			batch.done = true;
		}
		catch (IOException ex) {
			fail(batch, ex);
		}
		catch (RuntimeException | Error ex) {
			// Nobody may take for written what was not, whatever the reason.
			fail(batch, ex);
			throw ex;
		}
	}

	/** What was appended since stands on what failed, so it fails too. */
	private synchronized void fail(Batch batch, Throwable cause) {
		log.error("Nothing can be written: {}", cause.toString());
		this.era++;
		batch.fail();
		take().fail();
		forgetWhatFailed();
	}

	private void forgetWhatFailed() {
		try {
			if (this.file != null && this.file.size() > this.good) {
				this.file.truncate(this.good);
			}
		}
		catch (IOException ex) {
			log.warn("What failed stays at the end of the file until the next write: {}", ex.toString());
		}
	}

	private FileChannel requireOpen() throws IOException {
		if (this.file == null || this.closed) {
			throw new IOException("the store is closed");
		}
		return this.file;
	}

	/** All of it is on the disk already; only large documents are still read from it. */
	private void leave(FileChannel old) {
		if (this.large) {
			this.former.add(old);
			this.large = false;
			return;
		}
		try {
			old.close();
		}
		catch (IOException ex) {
			log.warn("A former journal: {}", ex.toString());
		}
	}

	private static void writeFully(FileChannel file, long position, byte[] bytes) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		while (buffer.hasRemaining()) {
			file.write(buffer, position + buffer.position());
		}
	}

	private static MongoServerError notWritten() {
		return new MongoServerError(14031, "OutOfDiskSpace",
				"not written: there is no space left for the data, or its folder cannot be written");
	}

	/** Told when a record is in the file, or at once when there is none. */
	interface Written {

		/**
		 * @param position where its document begins in the file
		 */
		void at(@Nullable FileChannel file, long position);

	}

	/** Records that are written together. */
	private static final class Batch {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private final List<Appended> appended = new ArrayList<>();

		private boolean large;

		private boolean done;

		private boolean failed;

		void add(byte[] record, int documentOffset, Written written) {
			this.appended.add(new Appended(this.bytes.size() + documentOffset, written));
			this.bytes.writeBytes(record);
		}

		int size() {
			return this.appended.size();
		}

		void tell(FileChannel file, long start) {
			this.appended.forEach((record) -> record.written().at(file, start + record.offset()));
		}

		void fail() {
			this.done = true;
			this.failed = true;
		}

	}

	/**
	 * @param offset of the document within its batch
	 */
	private record Appended(int offset, Written written) {

	}

}
