package nl.kundig.embeddedmongo;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;

/**
 * Answers commands: lets in who knows the secret, refuses what is not offered, and lets
 * no write be acknowledged before it is in the file.
 */
final class Backend extends AbstractMongoBackend {

	private static final AttributeKey<Boolean> LET_IN = AttributeKey.valueOf(Backend.class, "letIn");

	private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "create",
			"createindexes", "dropindexes", "drop", "dropdatabase");

	/** What makes room is done also when there is none. */
	private static final Set<String> REMOVALS = Set.of("delete", "dropindexes", "drop", "dropdatabase");

	/** How long a session lives without use: the default of MongoDB. */
	private static final int SESSION_MINUTES = 30;

	private final String secret;

	private final Journal journal;

	private final QueryCounters counters;

	private final HeapGuard heap = new HeapGuard();

	private final Sessions sessions = new Sessions();

	private final Map<String, SortedMap<Long, StoredDocument>> found;

	private final Map<String, Database> databases = new ConcurrentHashMap<>();

	/**
	 * @param found the documents in the files, by collection; emptied while they are
	 * opened
	 */
	Backend(String secret, Journal journal, Map<String, SortedMap<Long, StoredDocument>> found, QueryCounters counters,
			Clock clock) {
		super(clock);
		this.secret = secret;
		this.journal = journal;
		this.found = found;
		this.counters = counters;
		version(new Version());
		List.copyOf(found.keySet()).forEach((name) -> resolveDatabase(Utils.getDatabaseNameFromFullName(name)));
		journal.commit();
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		if (isHandshake(command)) {
			if (this.secret.equals(applicationName(query))) {
				channel.attr(LET_IN).set(true);
			}
			// The library knows the greeting by its old name only.
			return greeting(channel, super.handleCommand(channel, database, "isMaster", query));
		}
		requireLetIn(channel);
		Refusals.check(command, query);
		String name = command.toLowerCase(Locale.ROOT);
		if (!WRITES.contains(name)) {
			return super.handleCommand(channel, database, command, query);
		}
		if (!REMOVALS.contains(name)) {
			this.heap.requireRoom();
		}
		return this.sessions.once(query, () -> write(channel, database, command, query));
	}

	/** The old wire protocol reads collections past the commands. */
	@Override
	public QueryResult handleQuery(MongoQuery query) {
		requireLetIn(query.getChannel());
		return super.handleQuery(query);
	}

	HeapGuard heap() {
		return this.heap;
	}

	List<StoredCollection> collections() {
		List<StoredCollection> collections = new ArrayList<>();
		this.databases.values().forEach((database) -> collections.addAll(database.collections()));
		return collections;
	}

	/** What each collection holds of what is in the file. */
	Map<String, CollectionState> states() {
		Map<String, CollectionState> states = new HashMap<>();
		collections().forEach((collection) -> states.put(collection.getFullName(), collection.visible()));
		return states;
	}

	/** A collection as the files have it, or empty. */
	StoredCollection open(MongoDatabase database, String fullName, String name, CollectionOptions options,
			CursorRegistry cursors) {
		SortedMap<Long, StoredDocument> records = this.found.remove(fullName);
		return new StoredCollection(database, name, options, cursors,
				CollectionState.of((records != null) ? records : new TreeMap<>()), this.journal, this.counters);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return this.databases.compute(name, (_, open) -> (open == null || open.isDropped()) ? newDatabase(name) : open);
	}

	private Database newDatabase(String name) {
		return new Database(name, getCursorRegistry(), this,
				this.found.keySet()
					.stream()
					.filter((full) -> Utils.getDatabaseNameFromFullName(full).equals(name))
					.map(Utils::getCollectionNameFromFullName)
					.toList());
	}

	private Document write(Channel channel, String database, String command, Document query) {
		try {
			return super.handleCommand(channel, database, command, query);
		}
		finally {
			this.journal.commit();
		}
	}

	/**
	 * As the one member of a replica set, so that drivers use sessions and retry writes.
	 */
	private static Document greeting(Channel channel, Document reply) {
		String self = "127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort();
		return reply.append("isWritablePrimary", true)
			.append("setName", "kundig")
			.append("setVersion", 1)
			.append("hosts", List.of(self))
			.append("me", self)
			.append("primary", self)
			.append("secondary", false)
			.append("logicalSessionTimeoutMinutes", SESSION_MINUTES);
	}

	static boolean isLetIn(Channel channel) {
		return channel.attr(LET_IN).get() != null;
	}

	private static void requireLetIn(Channel channel) {
		if (!isLetIn(channel)) {
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

	/** Of a MongoDB that drivers will know for years; what it lacks of it is refused. */
	private static final class Version implements MongoVersion {

		private static final int WIRE_VERSION_OF_7_0 = 21;

		@Override
		public List<Integer> getVersionArray() {
			return List.of(7, 0, 0);
		}

		@Override
		public int getWireVersion() {
			return WIRE_VERSION_OF_7_0;
		}

	}

}
