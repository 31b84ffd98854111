package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A collection at one moment: its documents as BSON under the numbers of their records,
 * in order of insertion, and its indexes. It never changes, so who has it may read it for
 * as long as they like.
 *
 * @param bytes the size of all documents
 */
record CollectionState(long nextRecord, TreePMap<Long, StoredDocument> records, List<SortedIndex> indexes, long bytes) {

	static final CollectionState EMPTY = new CollectionState(1, TreePMap.empty(), List.of(), 0);

	static CollectionState of(SortedMap<Long, StoredDocument> records) {
		long bytes = records.values().stream().mapToLong(StoredDocument::size).sum();
		long next = records.isEmpty() ? 1 : records.lastKey() + 1;
		return new CollectionState(next, TreePMap.fromSortedMap(records), List.of(), bytes);
	}

	/**
	 * With a document put in place of another, or added, or removed.
	 * @throws SortedIndex.Duplicate when a unique index forbids it
	 */
	CollectionState changed(Long record, @Nullable Document before, @Nullable Document after,
			@Nullable StoredDocument now) {
		List<SortedIndex> changed = new ArrayList<>(this.indexes.size());
		for (SortedIndex index : this.indexes) {
			changed.add(index.changed(record, before, after));
		}
		StoredDocument old = this.records.get(record);
		long size = this.bytes - ((old != null) ? old.size() : 0) + ((now != null) ? now.size() : 0);
		return new CollectionState(Math.max(this.nextRecord, record + 1),
				(now != null) ? this.records.plus(record, now) : this.records.minus(record), List.copyOf(changed),
				size);
	}

	/**
	 * @throws SortedIndex.Duplicate when it is unique and the documents are not
	 */
	CollectionState withIndex(IndexDefinition definition) {
		List<SortedIndex> more = new ArrayList<>(this.indexes);
		more.add(SortedIndex.of(definition, this.records));
		return new CollectionState(this.nextRecord, this.records, List.copyOf(more), this.bytes);
	}

	CollectionState withoutIndex(String name) {
		return new CollectionState(this.nextRecord, this.records,
				this.indexes.stream().filter((index) -> !index.definition().name().equals(name)).toList(), this.bytes);
	}

	@Nullable SortedIndex index(String name) {
		for (SortedIndex index : this.indexes) {
			if (index.definition().name().equals(name)) {
				return index;
			}
		}
		return null;
	}

}
