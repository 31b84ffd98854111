package nl.kundig.embeddedmongo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last write of each session. A driver that got no reply sends it once more
 * under the same number, and gets the reply that was lost instead of a second write.
 */
final class Sessions {

	/** A driver has at most as many sessions as it has connections. */
	private static final int MOST = 1_000;

	private final Map<Object, Write> writes = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Object, Write> eldest) {
			return size() > MOST;
		}

	};

	/** Does it, or gives the reply from when it was done. */
	Document once(Document command, Supplier<Document> write) {
		if (!(command.get("lsid") instanceof Document session && command.get("txnNumber") instanceof Number number)) {
			return write.get();
		}
		Write last = last(session);
		if (last != null && last.number() == number.longValue()) {
			return last.reply();
		}
		if (last != null && last.number() > number.longValue()) {
			throw new MongoServerError(225, "TransactionTooOld", "a later write of this session was already done");
		}
		Document reply = write.get();
		synchronized (this) {
			this.writes.put(session, new Write(number.longValue(), reply));
		}
		return reply;
	}

	private synchronized @Nullable Write last(Document session) {
		return this.writes.get(session);
	}

	private record Write(long number, Document reply) {

	}

}
