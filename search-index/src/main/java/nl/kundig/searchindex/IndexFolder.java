package nl.kundig.searchindex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/** The folder of an index, emptied first when what is in it cannot be relied on. */
final class IndexFolder {

	static final String SCHEMA_KEY = "schema";

	private IndexFolder() {
	}

	static Directory open(Path folder) throws IOException {
		Files.createDirectories(folder);
		Directory directory = FSDirectory.open(folder);
		try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
			lock.ensureValid();
			if (DirectoryReader.indexExists(directory) && !isReliable(directory)) {
				removeIndex(directory);
			}
		}
		catch (IOException ex) {
			directory.close();
			throw ex;
		}
		return directory;
	}

	private static boolean isReliable(Directory directory) {
		try (DirectoryReader reader = DirectoryReader.open(directory)) {
			if (!IndexFields.SCHEMA.equals(reader.getIndexCommit().getUserData().get(SCHEMA_KEY))) {
				return false;
			}
			for (LeafReaderContext leaf : reader.leaves()) {
				leaf.reader().checkIntegrity();
			}
			return true;
		}
		catch (IOException | RuntimeException ex) {
			// Damage shows itself in many exceptions, and filling again costs seconds.
			return false;
		}
	}

	/** Only what Lucene wrote: a folder chosen by mistake keeps its own files. */
	private static void removeIndex(Directory directory) throws IOException {
		for (String file : directory.listAll()) {
			if (file.startsWith(IndexFileNames.SEGMENTS) || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
					|| IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()) {
				directory.deleteFile(file);
			}
		}
	}

}
