package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import nl.kundig.embeddedmongo.EmbeddedMongo.Unavailable;
import org.jspecify.annotations.Nullable;

/** One process, and in it one EmbeddedMongo, has a folder. Ends with the process. */
final class FolderLock implements AutoCloseable {

	/**
	 * Asked before the file: closing a second channel on it would drop the first one's
	 * lock.
	 */
	private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

	private final Path folder;

	private final FileChannel channel;

	private FolderLock(Path folder, FileChannel channel) {
		this.folder = folder;
		this.channel = channel;
	}

	static FolderLock take(Path wanted) {
		Path folder = create(wanted);
		if (!HELD_HERE.add(folder)) {
			throw inUse(folder, null);
		}
		FileChannel channel = null;
		try {
			channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (channel.tryLock() == null) {
				throw inUse(folder, null);
			}
			return new FolderLock(folder, channel);
		}
		catch (OverlappingFileLockException ex) {
			release(folder, channel);
			throw inUse(folder, ex);
		}
		catch (IOException ex) {
			release(folder, channel);
			throw notWritable(folder, ex);
		}
		catch (Unavailable ex) {
			release(folder, channel);
			throw ex;
		}
	}

	Path folder() {
		return this.folder;
	}

	@Override
	public void close() {
		release(this.folder, this.channel);
	}

	private static Path create(Path wanted) {
		try {
			if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
				throw new Unavailable("The data folder " + wanted + " is not a folder", null);
			}
			return Files.createDirectories(wanted).toRealPath();
		}
		catch (IOException ex) {
			throw notWritable(wanted, ex);
		}
	}

	private static void release(Path folder, @Nullable FileChannel channel) {
		try {
			if (channel != null) {
				channel.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			HELD_HERE.remove(folder);
		}
	}

	private static Unavailable inUse(Path folder, @Nullable Throwable cause) {
		return new Unavailable("The data folder " + folder + " is in use by another process", cause);
	}

	private static Unavailable notWritable(Path folder, IOException cause) {
		return new Unavailable("The data folder " + folder + " cannot be written", cause);
	}

}
