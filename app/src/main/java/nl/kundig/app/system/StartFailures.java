package nl.kundig.app.system;

import java.util.Optional;

import com.mongodb.MongoException;
import nl.kundig.courses.contentfiles.ContentMistake;
import nl.kundig.embeddedmongo.EmbeddedMongo;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Says in one line why Kundig could not start, when the reason is one that its operator
 * can mend.
 */
class StartFailures implements SpringBootExceptionReporter {

	private static final String DATA_SYNC = "kundig.data-sync";

	@Override
	public boolean reportException(Throwable failure) {
		Optional<String> noRoom = StoreRefusal.behind(failure).map(StoreRefusal::line);
		if (noRoom.isPresent()) {
			return say(noRoom.get());
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Optional<String> line = line(cause);
			if (line.isPresent()) {
				return say(line.get());
			}
		}
		return false;
	}

	private static boolean say(String line) {
		System.err.println("Kundig cannot start: " + line);
		return true;
	}

	private static Optional<String> line(Throwable cause) {
		return switch (cause) {
			case EmbeddedMongo.Unavailable store -> Optional.of(String.valueOf(store.getMessage()));
			case ContentMistake mistake -> Optional.of(String.valueOf(mistake.getMessage()));
			case PortInUseException port ->
				Optional.of("port " + port.getPort() + " is in use; choose another one with --port");
			case SettingRefused refused -> Optional.of(String.valueOf(refused.getMessage()));
			case StoreMisnamed misnamed -> Optional.of(String.valueOf(misnamed.getMessage()));
			case BindException mistake when DATA_SYNC.equals(mistake.getName().toString()) ->
				Optional.of("--data-sync or KUNDIG_DATA_SYNC is something else than process or always");
			case OutOfMemoryError memory -> Optional.of(StoreRefusal.MEMORY_FULL.line());
			case MongoException store ->
				Optional.of("the MongoDB that KUNDIG_MONGODB_URI names does not answer or refuses");
			default -> Optional.empty();
		};
	}

}
