package nl.kundig.embeddedmongo;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import de.bwaldvogel.mongo.bson.Document;
import nl.kundig.embeddedmongo.IndexDefinition.Keys;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * An index at one moment: keys in order, each followed by the number of its record. It
 * never changes; a write makes a new one that shares most of its tree.
 *
 * @param arrays a bit for each part that has ever led through an array
 */
record SortedIndex(IndexDefinition definition, TreePMap<byte[], Long> entries, int arrays) {

	static SortedIndex empty(IndexDefinition definition) {
		return new SortedIndex(definition, TreePMap.empty(Arrays::compareUnsigned), 0);
	}

	/**
	 * @throws Duplicate when the index is unique and two of the records share a key
	 */
	static SortedIndex of(IndexDefinition definition, Map<Long, StoredDocument> records) {
		SortedMap<byte[], Long> entries = new TreeMap<>(Arrays::compareUnsigned);
		NavigableSet<byte[]> unique = new TreeSet<>(Arrays::compareUnsigned);
		int arrays = 0;
		for (Map.Entry<Long, StoredDocument> record : records.entrySet()) {
			Document document = Bson.decode(record.getValue().bytes());
			Keys keys = definition.keysOf(document);
			arrays |= keys.arrays();
			for (byte[] key : keys.keys()) {
				if (definition.unique() && !unique.add(key)) {
					throw new Duplicate(definition, document);
				}
				entries.put(entry(key, record.getKey()), record.getKey());
			}
		}
		return new SortedIndex(definition, TreePMap.fromSortedMap(entries), arrays);
	}

	/**
	 * @throws Duplicate when the index is unique and another record has the key
	 */
	SortedIndex changed(Long record, @Nullable Document before, @Nullable Document after) {
		Keys old = (before != null) ? this.definition.keysOf(before) : Keys.NONE;
		Keys now = (after != null) ? this.definition.keysOf(after) : Keys.NONE;
		TreePMap<byte[], Long> changed = this.entries;
		for (byte[] key : now.keys()) {
			if (!old.keys().contains(key)) {
				if (this.definition.unique() && after != null && find(key) != null) {
					throw new Duplicate(this.definition, after);
				}
				changed = changed.plus(entry(key, record), record);
			}
		}
		for (byte[] key : old.keys()) {
			if (!now.keys().contains(key)) {
				changed = changed.minus(entry(key, record));
			}
		}
		return new SortedIndex(this.definition, changed, this.arrays | now.arrays());
	}

	/** The first record that has exactly this key. */
	@Nullable Long find(byte[] key) {
		Map.Entry<byte[], Long> next = this.entries.ceilingEntry(key);
		return (next != null && KeyBytes.startsWith(next.getKey(), key)) ? next.getValue() : null;
	}

	boolean leadsThroughArray(int part) {
		return (this.arrays & (1 << part)) != 0;
	}

	private static byte[] entry(byte[] key, long record) {
		byte[] entry = Arrays.copyOf(key, key.length + Long.BYTES);
		for (int i = 0; i < Long.BYTES; i++) {
			entry[key.length + i] = (byte) (record >>> (8 * (Long.BYTES - 1 - i)));
		}
		return entry;
	}

	/** Two records would have one key in a unique index. */
	static final class Duplicate extends RuntimeException {

		private final transient IndexDefinition definition;

		private final transient Document document;

		Duplicate(IndexDefinition definition, Document document) {
			super(definition.name(), null, false, false);
			this.definition = definition;
			this.document = document;
		}

		IndexDefinition definition() {
			return this.definition;
		}

		Document document() {
			return this.document;
		}

	}

}
