package nl.kundig.embeddedmongo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Files that large documents are read from. One that has been replaced closes itself when
 * no document in it is needed any more; the others are closed in the end.
 */
final class OpenFiles implements AutoCloseable {

	private final Set<FileChannel> files = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	void add(FileChannel file) {
		this.files.add(file);
	}

	@Override
	public void close() throws IOException {
		for (FileChannel file : List.copyOf(this.files)) {
			file.close();
		}
	}

}
