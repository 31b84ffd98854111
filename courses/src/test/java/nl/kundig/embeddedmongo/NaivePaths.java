package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.bson.Document;

/** What a dotted path leads to, for a filter and for a key of an index or a sort. */
final class NaivePaths {

	private NaivePaths() {
	}

	/**
	 * What a filter on the path looks at: an array counts as itself and as its elements.
	 */
	static List<Object> looked(Document document, String path) {
		List<Object> found = new ArrayList<>();
		look(document, parts(path), found);
		return found;
	}

	static List<Object> looked(Object value) {
		List<Object> found = new ArrayList<>();
		look(value, List.of(), found);
		return found;
	}

	private static void look(Object at, List<String> path, List<Object> found) {
		if (path.isEmpty()) {
			if (at instanceof List<?> list) {
				found.addAll(list);
			}
			found.add(at);
		}
		else if (at instanceof Document document) {
			look(field(document, path.getFirst()), rest(path), found);
		}
		else if (at instanceof List<?> list) {
			list.stream().filter(Document.class::isInstance).forEach((element) -> look(element, path, found));
		}
		else {
			found.add(BsonOrder.MISSING);
		}
	}

	/**
	 * The keys of a document: one, or one for each element of the array it meets.
	 * @throws Refused 171 when it meets two arrays
	 */
	static List<List<Object>> keys(Document document, List<String> paths) {
		Set<List<String>> arrays = new LinkedHashSet<>();
		for (String path : paths) {
			List<String> array = firstArray(document, parts(path));
			if (array != null) {
				arrays.add(array);
			}
		}
		if (arrays.size() > 1) {
			throw new Refused(171);
		}
		if (arrays.isEmpty()) {
			return List.of(paths.stream().map((path) -> value(document, parts(path))).toList());
		}
		List<String> array = arrays.iterator().next();
		List<?> elements = (List<?>) value(document, array);
		List<List<Object>> keys = new ArrayList<>();
		for (Object element : elements.isEmpty() ? List.of(BsonOrder.EMPTY_ARRAY) : elements) {
			keys.addAll(keys(with(document, array, element), paths));
		}
		return keys;
	}

	static boolean meetsArray(Document document, String path) {
		return firstArray(document, parts(path)) != null;
	}

	/** Whether the path leads into an array that holds more than documents. */
	static boolean passesOverScalar(Object at, List<String> path) {
		return switch (at) {
			case Document document when !path.isEmpty() ->
				passesOverScalar(field(document, path.getFirst()), rest(path));
			case List<?> list when !path.isEmpty() ->
				list.stream().anyMatch((element) -> !(element instanceof Document) || passesOverScalar(element, path));
			case null, default -> false;
		};
	}

	/** The least key when ascending, the greatest when descending. */
	static Object sortKey(Document document, String path, boolean ascending) {
		List<Object> keys = keys(document, List.of(path)).stream().map(List::getFirst).toList();
		return ascending ? Collections.min(keys, BsonOrder.COMPARATOR) : Collections.max(keys, BsonOrder.COMPARATOR);
	}

	static List<String> parts(String path) {
		return Arrays.asList(path.split("\\."));
	}

	static Object value(Object at, List<String> path) {
		if (path.isEmpty()) {
			return at;
		}
		return (at instanceof Document document) ? value(field(document, path.getFirst()), rest(path))
				: BsonOrder.MISSING;
	}

	static Object field(Document document, String name) {
		return document.getOrDefault(name, BsonOrder.MISSING);
	}

	static List<String> rest(List<String> path) {
		return path.subList(1, path.size());
	}

	private static List<String> firstArray(Document document, List<String> path) {
		for (int length = 1; length <= path.size(); length++) {
			List<String> start = path.subList(0, length);
			if (value(document, start) instanceof List<?>) {
				return start;
			}
		}
		return null;
	}

	private static Document with(Document document, List<String> path, Object value) {
		Document copy = new Document(document);
		copy.put(path.getFirst(),
				(path.size() == 1) ? value : with((Document) document.get(path.getFirst()), rest(path), value));
		return copy;
	}

}
