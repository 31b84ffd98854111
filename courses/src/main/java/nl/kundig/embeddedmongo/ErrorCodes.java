package nl.kundig.embeddedmongo;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * Gives errors the codes that MongoDB has now, where the library has those of long ago.
 */
final class ErrorCodes {

	private ErrorCodes() {
	}

	static MongoServerError corrected(MongoServerError error) {
		Code code = of(error.getCode(), error.getMessageWithoutErrorCode());
		return (code != null)
				? new MongoServerError(code.number(), code.name(), error.getMessageWithoutErrorCode(), error) : error;
	}

	/** Corrects the errors of single writes in a reply. */
	static Document corrected(Document reply) {
		if (reply.get("writeErrors") instanceof List<?> errors) {
			for (Object error : errors) {
				if (error instanceof Document document && document.get("code") instanceof Number number) {
					Code code = of(number.intValue(), String.valueOf(document.get("errmsg")));
					if (code != null) {
						document.append("code", code.number()).append("codeName", code.name());
					}
				}
			}
		}
		return reply;
	}

	private static @Nullable Code of(int code, String message) {
		return switch (code) {
			case 10158 -> new Code(9, "FailedToParse");
			case 10141 -> new Code(2, "BadValue");
			case 10143 -> message.contains("$pop") ? new Code(14, "TypeMismatch") : new Code(2, "BadValue");
			case 28 -> message.contains("'$[") ? new Code(2, "BadValue") : null;
			default -> null;
		};
	}

	private record Code(int number, String name) {

	}

}
