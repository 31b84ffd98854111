package nl.kundig.embeddedmongo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import nl.kundig.embeddedmongo.EmbeddedMongo.Unavailable;
import nl.kundig.embeddedmongo.JournalFile.Reading;
import nl.kundig.embeddedmongo.JournalRecord.Kind;

/**
 * The files of a store. Generation n is {@code store-n.snapshot}, all documents at one
 * moment, and {@code store-n.journal}, what happened from then on; the first generation
 * has no snapshot. Opening reads the newest snapshot and all journals from it on, and
 * changes nothing before all of it was read and found whole.
 */
final class StoreFolder implements AutoCloseable {

	/** What the first version of the store left; it was never in use outside trials. */
	private static final String FORMER_FILE = "kundig.mv.db";

	private static final Pattern NAME = Pattern.compile("store-(\\d{6})\\.(journal|snapshot)");

	private final Path folder;

	private final NavigableMap<Integer, Path> snapshots = new TreeMap<>();

	private final NavigableMap<Integer, Path> journals = new TreeMap<>();

	private final Map<String, SortedMap<Long, StoredDocument>> collections = new HashMap<>();

	/** Those with large documents. */
	private final OpenFiles open = new OpenFiles();

	private int generation;

	StoreFolder(Path folder) {
		this.folder = folder;
	}

	/**
	 * @throws Unavailable when the files cannot be read, or are not whole
	 */
	Journal open(DataSync sync) {
		try {
			if (Files.exists(this.folder.resolve(FORMER_FILE))) {
				throw new Unavailable(
						"The data in " + this.folder.resolve(FORMER_FILE)
								+ " is damaged or of a version that no longer exists: move the file away to start anew",
						null);
			}
			return read(sync);
		}
		catch (IOException | UncheckedIOException ex) {
			throw new Unavailable("The data folder " + this.folder + " cannot be read or written: " + ex.getMessage(),
					ex);
		}
	}

	/** After this large documents can no longer be read. */
	@Override
	public void close() throws IOException {
		this.open.close();
	}

	/** The documents found on opening, by collection. */
	Map<String, SortedMap<Long, StoredDocument>> collections() {
		return this.collections;
	}

	/**
	 * Writes all documents to a new snapshot while others go on writing to a new journal,
	 * and deletes what it replaces.
	 * @param states called between two writes
	 * @param stop asked now and then whether to give up
	 * @return the size of the snapshot in bytes
	 */
	long compact(Journal journal, Supplier<Map<String, CollectionState>> states, BooleanSupplier stop)
			throws IOException {
		int next = this.generation + 1;
		Map<String, CollectionState> captured = new HashMap<>();
		journal.turnTo(journal(next), () -> captured.putAll(states.get()));
		this.generation = next;
		Path unfinished = this.folder.resolve(snapshot(next).getFileName() + ".tmp");
		try {
			Map<StoredDocument, Long> positions = new IdentityHashMap<>();
			long size = writeSnapshot(unfinished, captured, positions, stop);
			if (size < 0) {
				Files.delete(unfinished);
				return size;
			}
			Files.move(unfinished, snapshot(next), StandardCopyOption.ATOMIC_MOVE);
			syncFolder();
			tell(positions, snapshot(next));
			deleteBefore(next);
			return size;
		}
		catch (IOException ex) {
			Files.deleteIfExists(unfinished);
			throw ex;
		}
	}

	private void tell(Map<StoredDocument, Long> positions, Path path) throws IOException {
		if (!positions.isEmpty()) {
			FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
			this.open.add(file);
			positions.forEach((document, position) -> document.liesAt(file, position));
		}
	}

	private Journal read(DataSync sync) throws IOException {
		find();
		int first = this.snapshots.isEmpty() ? 1 : this.snapshots.lastKey();
		int last = this.journals.isEmpty() ? first : this.journals.lastKey();
		if (!this.snapshots.isEmpty()) {
			readSnapshot(first);
		}
		Reading reading = new Reading(0, 0, false, 0);
		boolean fresh = this.journals.isEmpty() && this.snapshots.isEmpty();
		for (int n = first; n <= last && !fresh; n++) {
			reading = readJournal(n, n == last);
		}
		this.generation = last;
		deleteBefore(first);
		deleteUnfinished();
		return journalAt(last, reading, sync);
	}

	/** Goes on in the last journal, or in a new one when that was closed or is empty. */
	private Journal journalAt(int last, Reading reading, DataSync sync) throws IOException {
		if (reading.ended()) {
			this.generation = last + 1;
		}
		Path path = journal(this.generation);
		if (reading.ended() || reading.good() == 0) {
			try (FileChannel created = Journal.create(path)) {
				reading = new Reading(created.size(), created.size(), false, 0);
			}
			syncFolder();
		}
		return Journal.at(path, reading, sync);
	}

	private void find() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			files.forEach((file) -> {
				Matcher name = NAME.matcher(file.getFileName().toString());
				if (name.matches()) {
					(name.group(2).equals("journal") ? this.journals : this.snapshots)
						.put(Integer.parseInt(name.group(1)), file);
				}
			});
		}
	}

	private void readSnapshot(int n) throws IOException {
		Reading reading = readFile(snapshot(n));
		if (!reading.ended() || reading.isCutOff()) {
			throw endsTooEarly(snapshot(n), reading);
		}
	}

	private Reading readJournal(int n, boolean last) throws IOException {
		if (!this.journals.containsKey(n)) {
			throw new Unavailable("The data is damaged: " + journal(n)
					+ " is missing; restore the folder from a backup; nothing was changed", null);
		}
		Reading reading = readFile(journal(n));
		if (!last && (!reading.ended() || reading.isCutOff())) {
			throw endsTooEarly(journal(n), reading);
		}
		return reading;
	}

	/** A file with large documents stays open for as long as somebody needs them. */
	private Reading readFile(Path path) throws IOException {
		FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
		AtomicBoolean needed = new AtomicBoolean();
		try {
			return JournalFile.read(path, (record, position) -> {
				if (record.document().length >= StoredDocument.LARGE) {
					needed.set(true);
				}
				apply(record, file, position);
			});
		}
		finally {
			if (needed.get()) {
				this.open.add(file);
			}
			else {
				file.close();
			}
		}
	}

	private void apply(JournalRecord record, FileChannel file, long position) {
		SortedMap<Long, StoredDocument> records = this.collections.computeIfAbsent(record.collection(),
				(_) -> new TreeMap<>());
		switch (record.kind()) {
			case PUT -> records.put(record.number(), StoredDocument.of(record.document(), file, position));
			case DELETE -> records.remove(record.number());
			case DROP -> this.collections.remove(record.collection());
			case HEADER, END -> throw new IllegalStateException(record.kind().name());
		}
	}

	private static Unavailable endsTooEarly(Path file, Reading reading) {
		return new Unavailable("The data in " + file + " is damaged: it ends at byte " + reading.good()
				+ " and should not; restore the folder from a backup; nothing was changed", null);
	}

	/**
	 * @param positions gets where each large document begins
	 */
	private static long writeSnapshot(Path path, Map<String, CollectionState> states,
			Map<StoredDocument, Long> positions, BooleanSupplier stop) throws IOException {
		long records = 0;
		long position = 0;
		try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING);
				OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16)) {
			byte[] header = JournalRecord.of(Kind.HEADER, JournalFile.FORMAT, JournalFile.VERSION).toBytes();
			out.write(header);
			position += header.length;
			for (Map.Entry<String, CollectionState> collection : states.entrySet()) {
				for (Map.Entry<Long, StoredDocument> stored : collection.getValue().records().entrySet()) {
					StoredDocument document = stored.getValue();
					JournalRecord record = JournalRecord.put(collection.getKey(), stored.getKey(), document.bytes());
					byte[] bytes = record.toBytes();
					out.write(bytes);
					if (document.size() >= StoredDocument.LARGE) {
						positions.put(document, position + record.documentOffset(bytes));
					}
					position += bytes.length;
					records++;
					if (stop.getAsBoolean()) {
						return -1;
					}
				}
			}
			out.write(JournalRecord.of(Kind.END, "", records).toBytes());
			out.flush();
			file.force(true);
			return file.size();
		}
	}

	private void deleteBefore(int n) throws IOException {
		find();
		List<Path> old = new ArrayList<>(this.journals.headMap(n).values());
		old.addAll(this.snapshots.headMap(n).values());
		for (Path file : old) {
			Files.deleteIfExists(file);
		}
		this.journals.headMap(n).clear();
		this.snapshots.headMap(n).clear();
	}

	private void deleteUnfinished() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".snapshot.tmp")).toList()) {
				Files.delete(file);
			}
		}
	}

	/**
	 * So that the names of the files outlive a loss of power, where the system offers it.
	 */
	private void syncFolder() {
		try (FileChannel channel = FileChannel.open(this.folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// Not every system can open a folder.
		}
	}

	private Path journal(int n) {
		return this.folder.resolve("store-%06d.journal".formatted(n));
	}

	private Path snapshot(int n) {
		return this.folder.resolve("store-%06d.snapshot".formatted(n));
	}

}
