package nl.kundig.app.system;

import java.util.Optional;

import com.mongodb.MongoException;
import nl.kundig.courses.contentfiles.ContentMistake;
import nl.kundig.embeddedmongo.EmbeddedMongo;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Says in one line why Kundig could not start, when the reason is one that its operator
 * can mend.
 */
class StartFailures implements SpringBootExceptionReporter {

	@Override
	public boolean reportException(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Optional<String> line = line(cause);
			if (line.isPresent()) {
				System.err.println("Kundig cannot start: " + line.get());
				return true;
			}
		}
		return false;
	}

	private static Optional<String> line(Throwable cause) {
		return switch (cause) {
			case EmbeddedMongo.Unavailable store -> Optional.of(String.valueOf(store.getMessage()));
			case ContentMistake mistake -> Optional.of(String.valueOf(mistake.getMessage()));
			case PortInUseException port ->
				Optional.of("port " + port.getPort() + " is in use; choose another one with --port");
			case StoreMisnamed misnamed -> Optional.of(String.valueOf(misnamed.getMessage()));
			case MongoException store ->
				Optional.of("the MongoDB that KUNDIG_MONGODB_URI names does not answer or refuses");
			default -> Optional.empty();
		};
	}

}
