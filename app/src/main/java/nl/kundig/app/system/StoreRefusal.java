package nl.kundig.app.system;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;

/** Why a store that is well did not write: there is no room. */
enum StoreRefusal {

	/** MongoDB's ExceededMemoryLimit. */
	MEMORY_FULL(146, "the memory is full; give Kundig more with --memory, or name a MongoDB"),

	/** MongoDB's OutOfDiskSpace. */
	DISK_FULL(14031, "there is no space left for the data, or its folder cannot be written");

	private final int code;

	private final String line;

	StoreRefusal(int code, String line) {
		this.code = code;
		this.line = line;
	}

	/** For the operator. */
	String line() {
		return this.line;
	}

	/** The refusal that led to this failure, if it was one. */
	static Optional<StoreRefusal> behind(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			List<Integer> codes = codes(cause);
			Optional<StoreRefusal> found = Arrays.stream(values())
				.filter((refusal) -> codes.contains(refusal.code))
				.findFirst();
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	private static List<Integer> codes(Throwable cause) {
		return switch (cause) {
			case MongoBulkWriteException bulk -> bulk.getWriteErrors().stream().map(BulkWriteError::getCode).toList();
			case MongoException store -> List.of(store.getCode());
			default -> List.of();
		};
	}

}
