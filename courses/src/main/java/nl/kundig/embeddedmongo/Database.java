package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A database as the library sees it, which keeps the names of collections and the
 * descriptions of indexes as documents in {@code system.} collections. What the library
 * does otherwise than MongoDB with several writes in a command, and with indexes of the
 * same name in two collections, is put right here.
 */
final class Database extends AbstractMongoDatabase<Long> {

	private final Backend backend;

	private final Map<String, StoredCollection> stored = new ConcurrentHashMap<>();

	private volatile boolean dropped;

	/** The description of the index that is being made; guarded by this. */
	private @Nullable Document describing;

	Database(String name, CursorRegistry cursors, Backend backend, Collection<String> found) {
		super(name, cursors);
		this.backend = backend;
		initializeNamespacesAndIndexes();
		// A crash can fall between the first document of a collection and its name.
		found.stream().filter((collection) -> !isSystem(collection)).forEach(this::resolveOrCreateCollection);
		for (StoredCollection collection : List.copyOf(this.stored.values())) {
			if (!isSystem(collection.getCollectionName()) && collection.visible().index(IndexDefinition.ID) == null) {
				addIndex(new Document("key", new Document("_id", 1)).append("name", IndexDefinition.ID)
					.append("ns", collection.getFullName()));
			}
		}
	}

	boolean isDropped() {
		return this.dropped;
	}

	Collection<StoredCollection> collections() {
		return this.stored.values();
	}

	@Override
	public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver databases,
			Oplog oplog) {
		try {
			return ErrorCodes.corrected(handle(channel, command, query, databases, oplog));
		}
		catch (MongoServerError ex) {
			throw ErrorCodes.corrected(ex);
		}
	}

	private Document handle(Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
		return switch (command) {
			case "insert" -> counted(super.handleCommand(channel, command, query, databases, oplog), query);
			case "update" -> isOrderedBatch(query) ? oneByOne(channel, query, databases, oplog)
					: super.handleCommand(channel, command, query, databases, oplog);
			case "aggregate" -> aggregate(channel, query, databases, oplog);
			case "dropIndexes" -> dropIndexes(query);
			default -> super.handleCommand(channel, command, query, databases, oplog);
		};
	}

	@Override
	public synchronized void drop(Oplog oplog) {
		this.dropped = true;
		List<String> names = new ArrayList<>(this.stored.keySet());
		names.stream().filter((name) -> !isSystem(name)).forEach((name) -> dropCollection(name, oplog));
		this.stored.values().forEach((system) -> {
			List.copyOf(system.getIndexes()).forEach((index) -> system.dropIndex(index.getName()));
			system.drop();
		});
		this.stored.clear();
	}

	@Override
	public synchronized void dropCollection(String name, Oplog oplog) {
		MongoCollection<Long> collection = resolveCollection(name, true);
		for (Index<Long> index : List.copyOf(collection.getIndexes())) {
			dropIndex(collection, index.getName());
		}
		collection.drop();
		this.stored.remove(name);
		unregisterCollection(name);
	}

	@Override
	protected MongoCollection<Long> resolveOrCreateCollection(String name) {
		MongoCollection<Long> collection = resolveCollection(name, false);
		if (collection != null) {
			return collection;
		}
		synchronized (this) {
			return super.resolveOrCreateCollection(name);
		}
	}

	@Override
	protected synchronized MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
		return this.stored.computeIfAbsent(name,
				(_) -> this.backend.open(this, this.databaseName + "." + name, name, options, this.cursorRegistry));
	}

	@Override
	protected synchronized void addIndex(Document description) {
		IndexDefinition definition = IndexDefinition.of(description);
		StoredCollection collection = (StoredCollection) resolveOrCreateCollection(collectionName(description));
		for (Index<Long> existing : collection.getIndexes()) {
			IndexDefinition other = ((LibraryIndex) existing).definition();
			if (other.equals(definition)) {
				return;
			}
			requireNoConflict(definition, other);
		}
		this.describing = description;
		try {
			super.addIndex(description);
		}
		finally {
			this.describing = null;
		}
	}

	@Override
	protected Index<Long> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
		Document description = (this.describing != null) ? this.describing : storedDescription(collection, name);
		return new LibraryIndex(IndexDefinition.of(description),
				(StoredCollection) Objects.requireNonNull(resolveCollection(collection, true)));
	}

	@Override
	protected Index<Long> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		return openOrCreateUniqueIndex(collection, name, keys, sparse);
	}

	@Override
	protected long getFileSize() {
		return 0;
	}

	@Override
	protected long getStorageSize() {
		return 0;
	}

	@Override
	protected void dropIndex(MongoCollection<Long> collection, String name) {
		collection.dropIndex(name);
		this.indexes.get().deleteDocuments(new Document("ns", collection.getFullName()).append("name", name), 0);
	}

	private static void requireNoConflict(IndexDefinition wanted, IndexDefinition existing) {
		if (existing.name().equals(wanted.name())) {
			throw new MongoServerError(86, "IndexKeySpecsConflict",
					"An existing index has the same name as the requested index: " + wanted.name());
		}
		if (existing.hasSameKeys(wanted) && Objects.equals(existing.partial(), wanted.partial())
				&& existing.sparse() == wanted.sparse()) {
			throw new MongoServerError(85, "IndexOptionsConflict",
					"Index already exists with a different name: " + existing.name());
		}
	}

	private Document storedDescription(String collection, String name) {
		Document query = new Document("ns", this.databaseName + "." + collection).append("name", name);
		return this.indexes.get().handleQuery(query).iterator().next();
	}

	/** Counts what was inserted; the library counts what was sent. */
	private static Document counted(Document reply, Document query) {
		List<Document> errors = documents(reply, "writeErrors");
		if (!errors.isEmpty()) {
			int sent = documents(query, "documents").size();
			reply.put("n", isOrdered(query) ? number(errors.getFirst(), "index") : sent - errors.size());
		}
		return reply;
	}

	/** Stops at the first error; the library goes on. */
	private Document oneByOne(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
		List<Document> updates = documents(query, "updates");
		int matched = 0;
		int modified = 0;
		List<Document> upserted = new ArrayList<>();
		Document reply = new Document();
		for (int i = 0; i < updates.size() && !reply.containsKey("writeErrors"); i++) {
			Document one = query.clone();
			one.put("updates", List.of(updates.get(i)));
			Document result = super.handleCommand(channel, "update", one, databases, oplog);
			matched += number(result, "n");
			modified += number(result, "nModified");
			upserted.addAll(at(i, result, "upserted"));
			if (result.containsKey("writeErrors")) {
				reply.put("writeErrors", at(i, result, "writeErrors"));
			}
		}
		reply.append("n", matched).append("nModified", modified);
		if (!upserted.isEmpty()) {
			reply.put("upserted", upserted);
		}
		Utils.markOkay(reply);
		return reply;
	}

	private static List<Document> at(int index, Document result, String field) {
		return documents(result, field).stream().map((each) -> each.clone().append("index", index)).toList();
	}

	private static List<Document> documents(Document from, String field) {
		return (from.get(field) instanceof Collection<?> found) ? found.stream().map(Document.class::cast).toList()
				: List.of();
	}

	private static int number(Document from, String field) {
		return (from.get(field) instanceof Number number) ? number.intValue() : 0;
	}

	/**
	 * A pipeline that begins as a query, which filters, sorts, skips and limits in this
	 * order, begins with that query, so that it uses indexes.
	 */
	private Document aggregate(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
		StoredCollection collection = this.stored.get(String.valueOf(query.get("aggregate")));
		LeadingQuery leading = LeadingQuery.of(query.get("pipeline"));
		Document rest = query.clone();
		// The library warns of a size of batches, which it does not use.
		rest.put("cursor", new Document());
		if (collection == null || leading == null) {
			return super.handleCommand(channel, "aggregate", rest, databases, oplog);
		}
		rest.put("pipeline", leading.rest());
		return collection.answering(leading, () -> super.handleCommand(channel, "aggregate", rest, databases, oplog));
	}

	private synchronized Document dropIndexes(Document query) {
		MongoCollection<Long> collection = resolveCollection(String.valueOf(query.get("dropIndexes")), false);
		if (collection == null) {
			throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
		}
		List<String> names = new ArrayList<>();
		for (Index<Long> index : collection.getIndexes()) {
			if (isMeant(query.get("index"), ((LibraryIndex) index).definition())) {
				names.add(index.getName());
			}
		}
		if (names.contains(IndexDefinition.ID)) {
			throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
		}
		if (names.isEmpty() && !"*".equals(query.get("index"))) {
			throw new IndexNotFoundException("index not found with name [" + query.get("index") + "]");
		}
		names.forEach((name) -> dropIndex(collection, name));
		Document reply = new Document("nIndexesWas", names.size() + collection.getNumIndexes());
		Utils.markOkay(reply);
		return reply;
	}

	private static boolean isMeant(@Nullable Object asked, IndexDefinition index) {
		if ("*".equals(asked)) {
			return !index.name().equals(IndexDefinition.ID);
		}
		if (asked instanceof Document key) {
			return IndexDefinition.of(new Document("key", key).append("name", index.name())).hasSameKeys(index);
		}
		return index.name().equals(asked);
	}

	private static boolean isOrderedBatch(Document query) {
		return isOrdered(query) && documents(query, "updates").size() > 1;
	}

	/** The default of MongoDB. */
	private static boolean isOrdered(Document query) {
		return !query.containsKey("ordered") || Utils.isTrue(query.get("ordered"));
	}

	private String collectionName(Document description) {
		return String.valueOf(description.get("ns")).substring(this.databaseName.length() + 1);
	}

	private static boolean isSystem(String collection) {
		return collection.startsWith("system.");
	}

}
