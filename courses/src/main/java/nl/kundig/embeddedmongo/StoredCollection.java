package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import nl.kundig.embeddedmongo.JournalRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the library sees it. Readers get what is in the file; one writer at a
 * time builds on what is about to be.
 */
final class StoredCollection extends AbstractMongoCollection<Long> {

	private final Journal journal;

	private final QueryCounters counters;

	private final ReentrantLock writing = new ReentrantLock();

	private final ThreadLocal<@Nullable LeadingQuery> leading = new ThreadLocal<>();

	private volatile CollectionState visible;

	/** What has been appended to the journal; only the writer may look. */
	private CollectionState pending;

	private long era;

	private boolean dropped;

	/** What is being done to documents. */
	private Document update = new Document();

	/** What an upsert begins with; null when nothing is being upserted. */
	private @Nullable Document upsertStart;

	/** The one that is written needs the first match only. */
	private boolean firstMatchOnly;

	StoredCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
			CollectionState state, Journal journal, QueryCounters counters) {
		super(database, name, options, cursors);
		this.visible = state;
		this.pending = state;
		this.journal = journal;
		this.era = journal.era();
		this.counters = counters;
	}

	CollectionState visible() {
		return this.visible;
	}

	@Override
	public int count() {
		return state().records().size();
	}

	@Override
	public int count(@Nullable Document query, int skip, int limit) {
		if (query == null || query.isEmpty()) {
			return super.count(query, skip, limit);
		}
		AtomicInteger matches = new AtomicInteger();
		match(query, null, enough(skip, limit), (_, _) -> matches.incrementAndGet());
		return Math.max(0, matches.get() - skip);
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
			@Nullable Document projection) {
		List<Document> found = find(query, orderBy, skip, isFirstMatchOnly() ? 1 : limit);
		// Found already; the library only projects and makes a cursor.
		return matchDocumentsFromStream(new Document(), found.stream(), 0, 0, batchSize, null, projection);
	}

	/** Runs a command whose first reading of this collection is this query. */
	Document answering(LeadingQuery query, Supplier<Document> command) {
		this.leading.set(query);
		try {
			return command.get();
		}
		finally {
			this.leading.remove();
		}
	}

	/** Where the library begins an aggregation. */
	@Override
	public Stream<Document> queryAllAsStream() {
		LeadingQuery query = this.leading.get();
		if (query == null) {
			return super.queryAllAsStream();
		}
		this.leading.remove();
		return find(query.filter(), query.sort(), query.skip(), query.limit()).stream();
	}

	/**
	 * The documents that match, in order.
	 * @param limit 0 means all
	 */
	List<Document> find(Document query, @Nullable Document orderBy, int skip, int limit) {
		List<Document> found = new ArrayList<>();
		boolean ordered = match(query, orderBy, enough(skip, limit), (_, document) -> found.add(document));
		List<Document> inOrder = (ordered || orderBy == null) ? found : SortKey.sorted(found, orderBy);
		int from = Math.min(skip, inOrder.size());
		int to = (limit > 0) ? (int) Math.min((long) from + limit, inOrder.size()) : inOrder.size();
		return inOrder.subList(from, to);
	}

	/**
	 * Shows each document that matches, with the number of its record.
	 * @param enough how many are wanted when they come in order; 0 means all
	 * @return whether they came in order
	 */
	private boolean match(Document query, @Nullable Document orderBy, int enough, BiConsumer<Long, Document> each) {
		CollectionState state = state();
		Plan plan = new Planner(state, orderBy).plan(query);
		LibraryFilter filter = LibraryFilter.of(query);
		Set<Long> seen = new HashSet<>();
		int most = ((plan.ordered() || orderBy == null) && enough > 0) ? enough : Integer.MAX_VALUE;
		int found = 0;
		long scanned = 0;
		for (Plan.Range range : plan.ranges()) {
			for (Long record : range.records()) {
				if (found == most) {
					break;
				}
				scanned++;
				StoredDocument stored = state.records().get(record);
				if (stored != null && (!plan.mayRepeat() || seen.add(record))) {
					Document document = Bson.decode(stored.bytes());
					if (filter.matches(document)) {
						each.accept(record, document);
						found++;
					}
				}
			}
		}
		int returned = (enough > 0) ? Math.min(found, enough) : found;
		this.counters.count(getCollectionName(), query, orderBy, plan, scanned, returned);
		return plan.ordered();
	}

	/** The library stumbles over elements of an array that lack the field. */
	@Override
	public Document handleDistinct(Document query) {
		IndexDefinition field = IndexDefinition.on(String.valueOf(query.get("key")), 1);
		SortedMap<byte[], Object> values = new TreeMap<>(Arrays::compareUnsigned);
		Document filter = (query.get("query") instanceof Document asked) ? asked : new Document();
		match(filter, null, 0, (_, document) -> field.valuesOf(document)
			.forEach((value) -> values.putIfAbsent(KeyBytes.of(value), value)));
		Document reply = new Document("values", values.values());
		Utils.markOkay(reply);
		return reply;
	}

	@Override
	public void addDocument(Document document) {
		write(() -> {
			if (BsonRegularExpression.isRegularExpression(document.get("_id"))) {
				throw new MongoServerError(53, "InvalidIdField", "The '_id' value cannot be of type regex");
			}
			super.addDocument(document);
			return document;
		});
	}

	@Override
	public List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
		return write(() -> super.insertDocuments(documents, isOrdered));
	}

	@Override
	public Document updateDocuments(Document selector, Document update, ArrayFilters arrayFilters, boolean isMulti,
			boolean isUpsert, Oplog oplog) {
		return write(() -> {
			this.firstMatchOnly = !isMulti;
			this.update = UpdateRules.prepared(update);
			this.upsertStart = isUpsert ? UpdateRules.startOf(selector) : null;
			try {
				return super.updateDocuments(selector, this.update, arrayFilters, isMulti, isUpsert, oplog);
			}
			finally {
				this.firstMatchOnly = false;
				this.upsertStart = null;
			}
		});
	}

	/** Keeps numbers, not documents: whoever deletes may be short of memory. */
	@Override
	public int deleteDocuments(Document selector, int limit, Oplog oplog) {
		return write(() -> {
			List<Long> records = new ArrayList<>();
			match(selector, null, Math.max(limit, 0), (record, _) -> records.add(record));
			records.forEach(this::removeDocument);
			return records.size();
		});
	}

	@Override
	public Document findAndModify(Document query) {
		return write(() -> {
			Document prepared = query.clone();
			if (query.get("update") instanceof Document asked) {
				this.update = UpdateRules.prepared(asked);
				prepared.put("update", this.update);
				this.upsertStart = (query.get("query") instanceof Document filter) ? UpdateRules.startOf(filter)
						: new Document();
			}
			try {
				return super.findAndModify(prepared);
			}
			finally {
				this.upsertStart = null;
			}
		});
	}

	@Override
	public void removeDocument(Document document) {
		write(() -> {
			super.removeDocument(document);
			return document;
		});
	}

	@Override
	public void addIndex(Index<Long> index) {
		IndexDefinition definition = ((LibraryIndex) index).definition();
		changeIndexes((state) -> (state.index(definition.name()) == null) ? withIndex(state, definition) : state,
				() -> super.addIndex(index));
	}

	@Override
	public void dropIndex(String indexName) {
		changeIndexes((state) -> state.withoutIndex(indexName), () -> super.dropIndex(indexName));
	}

	@Override
	public void drop() {
		write(() -> {
			super.drop();
			change(JournalRecord.of(Kind.DROP, getFullName(), 0), null, CollectionState.EMPTY);
			this.dropped = true;
			return this;
		});
	}

	@Nullable Long findRecord(Object id) {
		SortedIndex ids = this.pending.index(IndexDefinition.ID);
		return (ids != null) ? ids.find(KeyBytes.of(id)) : null;
	}

	/** Compares each index with one made anew. */
	List<String> indexDifferences() {
		CollectionState state = this.visible;
		List<String> differences = new ArrayList<>();
		for (SortedIndex index : state.indexes()) {
			SortedIndex anew = SortedIndex.of(index.definition(), state.records());
			boolean same = Arrays.deepEquals(index.entries().keySet().toArray(), anew.entries().keySet().toArray())
					&& List.copyOf(index.entries().values()).equals(List.copyOf(anew.entries().values()))
					&& (index.arrays() & anew.arrays()) == anew.arrays();
			if (!same) {
				differences.add(getFullName() + " " + index.definition().name());
			}
		}
		return differences;
	}

	@Override
	protected Long addDocumentInternal(Document document) {
		if (this.upsertStart != null) {
			UpdateRules.check(this.upsertStart, document, this.update);
		}
		Long record = this.pending.nextRecord();
		put(record, null, document);
		return record;
	}

	@Override
	protected void handleUpdate(Long record, Document oldDocument, Document newDocument) {
		UpdateRules.check(oldDocument, newDocument, this.update);
		put(record, oldDocument, newDocument);
	}

	@Override
	protected void removeDocument(Long record) {
		change(JournalRecord.of(Kind.DELETE, getFullName(), record), null,
				this.pending.changed(record, getDocument(record), null, null));
	}

	@Override
	protected Document getDocument(Long record) {
		StoredDocument stored = state().records().get(record);
		if (stored == null) {
			throw new IllegalStateException("no record " + record + " in " + getFullName());
		}
		return Bson.decode(stored.bytes());
	}

	@Override
	protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
		return state().records()
			.entrySet()
			.stream()
			.map((entry) -> new DocumentWithPosition<>(Bson.decode(entry.getValue().bytes()), entry.getKey()));
	}

	@Override
	protected QueryResult matchDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
			Document projection) {
		return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
	}

	@Override
	protected boolean tracksDataSize() {
		return false;
	}

	@Override
	protected void updateDataSize(int sizeDelta) {
		// The state knows its size.
	}

	@Override
	protected int getDataSize() {
		return (int) Math.min(Integer.MAX_VALUE, state().bytes());
	}

	/** 0 means all. */
	private static int enough(int skip, int limit) {
		return (limit > 0) ? (int) Math.min((long) skip + limit, Integer.MAX_VALUE) : 0;
	}

	private CollectionState state() {
		return this.writing.isHeldByCurrentThread() ? this.pending : this.visible;
	}

	private boolean isFirstMatchOnly() {
		return this.writing.isHeldByCurrentThread() && this.firstMatchOnly;
	}

	private <T> T write(Supplier<T> change) {
		this.writing.lock();
		try {
			if (this.dropped) {
				throw new MongoServerError(26, "NamespaceNotFound", "collection dropped: " + getFullName());
			}
			forgetWhatFailed();
			return change.get();
		}
		finally {
			this.writing.unlock();
		}
	}

	private void forgetWhatFailed() {
		if (this.era != this.journal.era()) {
			this.era = this.journal.era();
			this.pending = this.visible;
		}
	}

	private void put(Long record, @Nullable Document before, Document after) {
		byte[] bytes = Bson.encode(after);
		try {
			StoredDocument stored = StoredDocument.of(bytes);
			change(JournalRecord.put(getFullName(), record, bytes), stored,
					this.pending.changed(record, before, after, stored));
		}
		catch (SortedIndex.Duplicate ex) {
			throw duplicate(ex);
		}
	}

	private void change(JournalRecord record, @Nullable StoredDocument document, CollectionState changed) {
		this.journal.append(record, this.era, (file, position) -> {
			if (document != null && file != null) {
				document.liesAt(file, position);
			}
			this.visible = changed;
		});
		this.pending = changed;
	}

	/** Indexes are not in the journal: they are made of the documents. */
	private void changeIndexes(UnaryOperator<CollectionState> change, Runnable inLibrary) {
		write(() -> {
			// What other connections still wait for would become visible without the
			// index.
			this.journal.commitAll();
			forgetWhatFailed();
			CollectionState changed = change.apply(this.pending);
			inLibrary.run();
			this.pending = changed;
			this.visible = changed;
			return changed;
		});
	}

	private CollectionState withIndex(CollectionState state, IndexDefinition definition) {
		try {
			return state.withIndex(definition);
		}
		catch (SortedIndex.Duplicate ex) {
			throw new IndexBuildFailedException(duplicate(ex), this);
		}
	}

	private DuplicateKeyError duplicate(SortedIndex.Duplicate duplicate) {
		LibraryIndex index = new LibraryIndex(duplicate.definition(), this);
		List<Object> values = new ArrayList<>();
		for (IndexDefinition.Part part : duplicate.definition().parts()) {
			values.add(Utils.getSubdocumentValueCollectionAware(duplicate.document(), part.field()));
		}
		return new DuplicateKeyError(index, this, index.getKeys(), new KeyValue(values));
	}

}
