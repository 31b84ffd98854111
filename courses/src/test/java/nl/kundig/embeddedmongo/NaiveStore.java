package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.bson.Document;

/**
 * One collection as a list: every question scans, every change makes a new list. No index
 * is kept; uniqueness is checked by comparing the keys of each document with each.
 */
record NaiveStore(boolean exists, List<Document> documents, List<IndexSpec> indexes) {

	static final NaiveStore EMPTY = new NaiveStore(false, List.of(), List.of());

	/** What became of an update; the id is given when a document was added. */
	record Change(NaiveStore store, int matched, int modified, Object upserted, Document before, Document after) {
	}

	List<Document> matching(Document filter) {
		return this.documents.stream().filter((document) -> NaiveMatcher.matches(document, filter)).toList();
	}

	List<Document> sorted(List<Document> some, Document sort) {
		Restriction.when(sort.keySet().stream().filter((path) -> meetsArray(some, path)).count() > 1,
				Restriction.SORT_BY_TWO_ARRAYS);
		List<Document> sorted = new ArrayList<>(some);
		Comparator<Document> order = (_, _) -> 0;
		for (String path : sort.keySet()) {
			boolean ascending = sort.getInteger(path) > 0;
			Map<Document, Object> keys = new LinkedHashMap<>();
			for (Document document : some) {
				keys.put(document, NaivePaths.sortKey(document, path, ascending));
			}
			Comparator<Document> byPath = Comparator.comparing(keys::get, BsonOrder.COMPARATOR);
			order = order.thenComparing(ascending ? byPath : byPath.reversed());
		}
		sorted.sort(order);
		return sorted;
	}

	List<Object> distinct(String path, Document filter) {
		Map<String, Object> values = new TreeMap<>();
		for (Document document : matching(filter)) {
			for (Object value : NaivePaths.looked(document, path)) {
				if (value != BsonOrder.MISSING && !(value instanceof List)) {
					values.putIfAbsent(BsonOrder.normalised(value), value);
				}
			}
		}
		return new ArrayList<>(values.values());
	}

	NaiveStore insert(Document document) {
		if (document.get("_id") instanceof List) {
			throw new Refused(53);
		}
		refuseBrokenKeys(document, this.documents);
		List<Document> more = new ArrayList<>(this.documents);
		more.add((Document) NaiveUpdate.copy(document));
		return new NaiveStore(true, more, this.indexes);
	}

	NaiveStore delete(List<Document> some) {
		List<Document> rest = new ArrayList<>(this.documents);
		rest.removeAll(some);
		return new NaiveStore(this.exists, rest, this.indexes);
	}

	/** Each outcome that MongoDB allows: any of the matching documents may be the one. */
	List<Change> updateOne(Document filter, Document update, boolean upsert) {
		return changeOne(matching(filter), filter, update, upsert);
	}

	/** The same for one of them that has been chosen. */
	Change change(Document before, Document update) {
		return stored(before, changed(before, update, false));
	}

	private List<Change> changeOne(List<Document> candidates, Document filter, Document update, boolean upsert) {
		if (candidates.isEmpty()) {
			Restriction.when(!upsert && NaiveUpdate.isUnsound(update), Restriction.REFUSED_WITHOUT_MATCH);
			return List.of(upsert ? upsert(filter, update) : new Change(this, 0, 0, null, null, null));
		}
		return candidates.stream().map((before) -> change(before, update)).toList();
	}

	Change updateMany(Document filter, Document update, boolean upsert) {
		List<Document> matching = matching(filter);
		if (matching.size() < 2) {
			return changeOne(matching, filter, update, upsert).getFirst();
		}
		Set<Integer> codes = new HashSet<>();
		long failing = matching.stream().filter((before) -> isRefused(before, update, codes)).count();
		if (failing == matching.size()) {
			throw new Refused(codes);
		}
		Restriction.when(failing > 0, Restriction.UPDATE_STOPPED_MIDWAY);
		try {
			return updateEach(matching, update);
		}
		catch (Refused _) {
			throw Restriction.UPDATE_STOPPED_MIDWAY.applies();
		}
	}

	private static boolean isRefused(Document before, Document update, Set<Integer> codes) {
		try {
			changed(before, update, false);
			return false;
		}
		catch (Refused ex) {
			codes.addAll(ex.codes());
			return true;
		}
	}

	private Change updateEach(List<Document> matching, Document update) {
		NaiveStore store = this;
		int modified = 0;
		for (Document before : matching) {
			Document after = changed(before, update, false);
			if (!BsonOrder.identical(before, after)) {
				modified++;
				// Checked against all as they were, and below as they become.
				List<Document> others = new ArrayList<>(this.documents);
				others.remove(before);
				refuseBrokenKeys(after, others);
				store = store.stored(before, after).store();
			}
		}
		return new Change(store, matching.size(), modified, null, null, null);
	}

	private Change stored(Document before, Document after) {
		List<Document> others = new ArrayList<>(this.documents);
		int position = others.indexOf(before);
		others.remove(position);
		if (!BsonOrder.identical(before, after)) {
			refuseBrokenKeys(after, others);
		}
		others.add(position, after);
		return new Change(new NaiveStore(true, others, this.indexes), 1, BsonOrder.identical(before, after) ? 0 : 1,
				null, before, after);
	}

	private Change upsert(Document filter, Document update) {
		Document inserted = changed(fromFilter(filter), update, true);
		return new Change(insert(inserted), 0, 0, inserted.get("_id"), null, inserted);
	}

	private static Document changed(Document before, Document update, boolean inserting) {
		return NaiveMatcher.isOperators(update) ? idFirst(NaiveUpdate.updated(before, update, inserting))
				: NaiveUpdate.replaced(before, update);
	}

	private static Document idFirst(Document document) {
		Document ordered = new Document("_id", document.get("_id"));
		ordered.putAll(document);
		return ordered;
	}

	/** What an upsert starts from: the equalities of the filter. */
	private static Document fromFilter(Document filter) {
		Document start = new Document();
		filter.forEach((path, condition) -> {
			if (path.equals("$and")) {
				clauses(condition).forEach((clause) -> start.putAll(fromFilter(clause)));
			}
			else if (!path.startsWith("$") && !NaiveMatcher.isOperators(condition)) {
				Document set = new Document("$set", new Document(path, condition));
				start.putAll(NaiveUpdate.updated(start, set, true));
			}
		});
		return start;
	}

	@SuppressWarnings("unchecked")
	private static List<Document> clauses(Object condition) {
		return (List<Document>) condition;
	}

	NaiveStore createIndex(IndexSpec index) {
		if (this.indexes.contains(index)) {
			return this;
		}
		if (this.indexes.stream().anyMatch((other) -> other.name().equals(index.name()))) {
			// Which one depends on the version of MongoDB.
			throw new Refused(Set.of(85, 86));
		}
		List<IndexSpec> more = new ArrayList<>(this.indexes);
		more.add(index);
		Set<Integer> codes = new HashSet<>();
		for (Document document : this.documents) {
			List<Document> others = new ArrayList<>(this.documents);
			others.remove(document);
			codes.addAll(index.broken(document, others));
		}
		if (!codes.isEmpty()) {
			throw new Refused(codes);
		}
		return new NaiveStore(true, this.documents, more);
	}

	NaiveStore dropIndex(String name) {
		if (!this.exists) {
			// An error that the driver keeps to itself.
			return this;
		}
		List<IndexSpec> fewer = new ArrayList<>(this.indexes);
		if (!fewer.removeIf((index) -> index.name().equals(name))) {
			throw new Refused(27);
		}
		return new NaiveStore(true, this.documents, fewer);
	}

	private void refuseBrokenKeys(Document document, List<Document> others) {
		Set<Integer> codes = new HashSet<>();
		codes.addAll(IndexSpec.ID.broken(document, others));
		this.indexes.forEach((index) -> codes.addAll(index.broken(document, others)));
		if (!codes.isEmpty()) {
			throw new Refused(codes);
		}
	}

	private static boolean meetsArray(List<Document> some, String path) {
		return some.stream().anyMatch((document) -> NaivePaths.meetsArray(document, path));
	}

}
