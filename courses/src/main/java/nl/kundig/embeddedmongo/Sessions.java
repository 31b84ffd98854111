package nl.kundig.embeddedmongo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * Remembers the last write of each session. A driver that got no reply sends it once more
 * under the same number, and gets the reply that was lost instead of a second write.
 */
final class Sessions {

	/** A driver has at most as many sessions as it has connections. */
	private static final int MOST = 1_000;

	private final Map<Object, Session> sessions = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Object, Session> eldest) {
			return size() > MOST;
		}

	};

	/** Does it, or gives the reply from when it was done. */
	Document once(Document command, Supplier<Document> write) {
		if (command.get("lsid") instanceof Document id && command.get("txnNumber") instanceof Number number) {
			return session(id).once(number.longValue(), write);
		}
		return write.get();
	}

	private synchronized Session session(Document id) {
		return this.sessions.computeIfAbsent(id, (_) -> new Session());
	}

	private static final class Session {

		private long number = -1;

		private Document reply = new Document();

		/** One after the other: the second may come while the first is being done. */
		synchronized Document once(long wanted, Supplier<Document> write) {
			if (wanted < this.number) {
				throw new MongoServerError(225, "TransactionTooOld", "a later write of this session was already done");
			}
			if (wanted > this.number) {
				this.reply = write.get();
				this.number = wanted;
			}
			return this.reply;
		}

	}

}
