package nl.kundig.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads our calendars with ical.js, which npm installs as locked; needs Node.js and npm.
 */
final class CalendarReader {

	private static final Path SOURCE = Path.of("src/test/node/ical");

	private static final Path PLACE = Path.of("target/node/ical");

	private CalendarReader() {
	}

	/** What stands in a calendar that got these files in this order. */
	static JsonNode read(Path folder, List<byte[]> files) throws IOException, InterruptedException {
		install();
		List<String> command = new ArrayList<>(List.of("node", PLACE.resolve("read.mjs").toString()));
		for (int i = 0; i < files.size(); i++) {
			command.add(Files.write(folder.resolve(i + ".ics"), files.get(i)).toString());
		}
		return JsonMapper.shared().readTree(run(Path.of(""), command));
	}

	private static synchronized void install() throws IOException, InterruptedException {
		Path lock = PLACE.resolve("package-lock.json");
		boolean installed = Files.isDirectory(PLACE.resolve("node_modules/ical.js")) && Files.exists(lock)
				&& Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
		Files.createDirectories(PLACE);
		for (String file : List.of("package.json", "read.mjs", "package-lock.json")) {
			Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		if (!installed) {
			run(PLACE, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
		}
	}

	private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
		Path out = Files.createTempFile("calendar", ".out");
		try {
			Process process = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
				.redirectErrorStream(true)
				.redirectOutput(out.toFile())
				.start();
			if (!process.waitFor(2, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IllegalStateException(command + " takes too long");
			}
			String said = Files.readString(out);
			if (process.exitValue() != 0) {
				throw new IllegalStateException(command + " failed: " + said);
			}
			return said;
		}
		finally {
			Files.delete(out);
		}
	}

}
