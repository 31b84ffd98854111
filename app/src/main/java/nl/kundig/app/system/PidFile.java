package nl.kundig.app.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

/** Tells scripts which process works in the data folder, for as long as it does. */
@Component
class PidFile {

	private final Path file;

	/**
	 * Asks for the store, so that a process that may not have it leaves the file alone.
	 */
	PidFile(KundigProperties properties, DemoStore openStore) {
		this.file = properties.data().resolve("kundig.pid");
		try {
			Files.createDirectories(properties.data());
			Files.writeString(this.file, ProcessHandle.current().pid() + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@PreDestroy
	void remove() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
