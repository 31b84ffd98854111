package nl.kundig.embeddedmongo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import org.jspecify.annotations.Nullable;

/** What an index is on, which documents are in it and under which keys. */
record IndexDefinition(String name, List<Part> parts, boolean unique, boolean sparse, @Nullable Document partial,
		@Nullable Duration expireAfter) {

	static final String ID = "_id_";

	private static final QueryMatcher MATCHER = new DefaultQueryMatcher();

	/** From what a driver sends and {@code system.indexes} keeps. */
	static IndexDefinition of(Document description) {
		Document key = Objects.requireNonNull((Document) description.get("key"), "an index without a key");
		List<Part> parts = key.entrySet().stream().map(Part::of).toList();
		Object seconds = description.get("expireAfterSeconds");
		String name = String.valueOf(description.get("name"));
		return new IndexDefinition(name, parts, name.equals(ID) || Utils.isTrue(description.get("unique")),
				Utils.isTrue(description.get("sparse")), (Document) description.get("partialFilterExpression"),
				(seconds instanceof Number number) ? Duration.ofSeconds(number.longValue()) : null);
	}

	/** On one field, ascending with 1 or descending with -1. */
	static IndexDefinition on(String field, int direction) {
		return new IndexDefinition(field, List.of(Part.of(Map.entry(field, direction))), false, false, null, null);
	}

	boolean hasSameKeys(IndexDefinition other) {
		return this.parts.equals(other.parts);
	}

	/** Empty when the document is not in this index. */
	Keys keysOf(Document document) {
		if (this.partial != null && !MATCHER.matches(document, this.partial)) {
			return Keys.NONE;
		}
		NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
		Extraction extraction = new Extraction((values) -> addKey(values, keys));
		extraction.collect(new Values(document, this.parts.size()));
		return new Keys(keys, extraction.arrays);
	}

	/** What the first field is, or each element of it; nothing when it is missing. */
	List<@Nullable Object> valuesOf(Document document) {
		List<@Nullable Object> found = new ArrayList<>();
		new Extraction((values) -> {
			if (!(values[0] instanceof Missing) && values[0] != KeyBytes.EMPTY_ARRAY) {
				found.add(values[0]);
			}
		}).collect(new Values(document, this.parts.size()));
		return found;
	}

	private void addKey(@Nullable Object[] values, NavigableSet<byte[]> keys) {
		if (this.sparse && Arrays.stream(values).allMatch(Missing.class::isInstance)) {
			return;
		}
		KeyBytes key = new KeyBytes();
		for (int i = 0; i < values.length; i++) {
			key.append(values[i], this.parts.get(i).ascending());
		}
		keys.add(key.toBytes());
	}

	/** One field of an index. Its path is split at the dots. */
	record Part(String field, List<String> path, boolean ascending) {

		static Part of(Map.Entry<String, ?> key) {
			return new Part(key.getKey(), List.of(key.getKey().split("\\.")), ((Number) key.getValue()).intValue() > 0);
		}

	}

	/**
	 * The keys of one document.
	 *
	 * @param keys sorted, each once
	 * @param arrays a bit for each part whose path leads through or to an array
	 */
	record Keys(NavigableSet<byte[]> keys, int arrays) {

		static final Keys NONE = new Keys(new TreeSet<>(Arrays::compareUnsigned), 0);

	}

	/** How far each part's path has been followed. */
	private static final class Values {

		final @Nullable Object[] at;

		final int[] depth;

		/** The value is an element of an array: an array in an array is a plain value. */
		final boolean[] element;

		Values(Document document, int parts) {
			this.at = new Object[parts];
			Arrays.fill(this.at, document);
			this.depth = new int[parts];
			this.element = new boolean[parts];
		}

		Values(Values other) {
			this.at = other.at.clone();
			this.depth = other.depth.clone();
			this.element = other.element.clone();
		}

	}

	/** Follows all paths together, so that fields of one array element stay together. */
	private final class Extraction {

		private final Consumer<@Nullable Object[]> found;

		int arrays;

		Extraction(Consumer<@Nullable Object[]> found) {
			this.found = found;
		}

		void collect(Values values) {
			Collection<?> array = null;
			Set<Integer> through = new HashSet<>();
			for (int i = 0; i < values.at.length; i++) {
				if (follow(values, i) instanceof Collection<?> found) {
					if (array != null && array != found) {
						throw new CannotIndexParallelArraysError(fields(through, i));
					}
					array = found;
					through.add(i);
				}
			}
			if (array == null) {
				this.found.accept(values.at);
			}
			else {
				through.forEach((part) -> this.arrays |= 1 << part);
				expand(values, array, through);
			}
		}

		/** The array at which the path of this part stopped, if it did. */
		private @Nullable Collection<?> follow(Values values, int part) {
			List<String> path = IndexDefinition.this.parts.get(part).path();
			while (values.depth[part] < path.size()) {
				String field = path.get(values.depth[part]);
				Object value = values.at[part];
				if (value instanceof Document document) {
					values.at[part] = document.getOrMissing(field);
				}
				else if (value instanceof List<?> list && isPosition(field, list)) {
					values.at[part] = list.get(Integer.parseInt(field));
				}
				else if (value instanceof Collection<?> array && !values.element[part]) {
					return array;
				}
				else {
					values.at[part] = Missing.getInstance();
				}
				values.depth[part]++;
				values.element[part] = false;
			}
			return (values.at[part] instanceof Collection<?> array && !values.element[part]) ? array : null;
		}

		private void expand(Values values, Collection<?> array, Set<Integer> through) {
			if (array.isEmpty()) {
				Values one = new Values(values);
				for (int part : through) {
					boolean atEnd = values.depth[part] == IndexDefinition.this.parts.get(part).path().size();
					replace(one, part, atEnd ? KeyBytes.EMPTY_ARRAY : Missing.getInstance());
				}
				collect(one);
			}
			for (Object element : array) {
				Values one = new Values(values);
				through.forEach((part) -> replace(one, part, element));
				collect(one);
			}
		}

		private static void replace(Values values, int part, @Nullable Object value) {
			values.at[part] = value;
			values.element[part] = true;
		}

		private static boolean isPosition(String field, List<?> list) {
			return field.length() < 6 && field.chars().allMatch(Character::isDigit)
					&& Integer.parseInt(field) < list.size();
		}

		private List<String> fields(Set<Integer> through, int last) {
			List<String> fields = new ArrayList<>();
			through.forEach((part) -> fields.add(IndexDefinition.this.parts.get(part).field()));
			fields.add(IndexDefinition.this.parts.get(last).field());
			return fields;
		}

	}

}
