package nl.kundig.embeddedmongo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.h2.mvstore.MVStore;

/** The stock H2 backend, with a handshake secret and a commit before each reply. */
final class Backend extends H2Backend {

	private static final AttributeKey<Boolean> LET_IN = AttributeKey.valueOf(Backend.class, "letIn");

	private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "create",
			"createindexes", "dropindexes", "deleteindexes", "drop", "dropdatabase", "renamecollection");

	private static final int TIDYING_MILLIS = 2_000;

	/**
	 * Held shared by commands that write, alone by the commit: the backend changes stored
	 * documents in place, and one changed while it is written would be torn in the file.
	 * One commit serves every command that ended before it.
	 */
	private final ReadWriteLock writing = new ReentrantReadWriteLock();

	private final String secret;

	Backend(MVStore store, String secret) {
		super(store);
		this.secret = secret;
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		if (isHandshake(command)) {
			if (this.secret.equals(applicationName(query))) {
				channel.attr(LET_IN).set(true);
			}
			// The library knows the greeting by its old name only; health checks use the
			// new one.
			return super.handleCommand(channel, database, "isMaster", query);
		}
		requireLetIn(channel);
		if (!isWrite(command, query)) {
			return super.handleCommand(channel, database, command, query);
		}
		Document reply = write(channel, database, command, query);
		commitBetweenCommands();
		return reply;
	}

	/** The old wire protocol reads collections past the commands. */
	@Override
	public QueryResult handleQuery(MongoQuery query) {
		requireLetIn(query.getChannel());
		return super.handleQuery(query);
	}

	@Override
	public void close() {
		getMvStore().close(TIDYING_MILLIS);
	}

	private Document write(Channel channel, String database, String command, Document query) {
		this.writing.readLock().lock();
		try {
			return super.handleCommand(channel, database, command, query);
		}
		finally {
			this.writing.readLock().unlock();
		}
	}

	private void commitBetweenCommands() {
		this.writing.writeLock().lock();
		try {
			getMvStore().commit();
		}
		finally {
			this.writing.writeLock().unlock();
		}
		// After a failed write, on a full disk for one, H2 closes the store and commits
		// nothing, silently.
		if (getMvStore().isClosed()) {
			throw new MongoServerError(91, "ShutdownInProgress", "not written: the store is closed");
		}
	}

	private static void requireLetIn(Channel channel) {
		if (channel.attr(LET_IN).get() == null) {
			throw new MongoServerError(13, "Unauthorized", "not allowed");
		}
	}

	private static boolean isHandshake(String command) {
		return command.equalsIgnoreCase("isMaster") || command.equalsIgnoreCase("hello");
	}

	private static String applicationName(Document hello) {
		return hello.get("client") instanceof Document client
				&& client.get("application") instanceof Document application
				&& application.get("name") instanceof String name ? name : "";
	}

	private static boolean isWrite(String command, Document query) {
		return WRITES.contains(command.toLowerCase(Locale.ROOT))
				|| (query.get("pipeline") instanceof List<?> stages && stages.stream().anyMatch(Backend::isWrite));
	}

	private static boolean isWrite(Object stage) {
		return stage instanceof Document document && (document.containsKey("$out") || document.containsKey("$merge"));
	}

}
