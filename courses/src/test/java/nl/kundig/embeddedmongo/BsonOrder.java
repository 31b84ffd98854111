package nl.kundig.embeddedmongo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.bson.Document;

/**
 * MongoDB's documented order of values, slow and plain, and how a value is written down.
 */
final class BsonOrder {

	/** What a path leads to when the field is not there; sorts as null. */
	static final Object MISSING = new Object();

	/** The key of an empty array; sorts before null. */
	static final Object EMPTY_ARRAY = new Object();

	static final Comparator<Object> COMPARATOR = BsonOrder::compare;

	private static final int NULL = 1;

	private BsonOrder() {
	}

	static boolean same(Object one, Object other) {
		return compare(one, other) == 0;
	}

	/** Of the same type, too. */
	static boolean identical(Object one, Object other) {
		return written(one).equals(written(other));
	}

	static boolean isNaN(Object value) {
		return value instanceof Double number && number.isNaN();
	}

	static int compare(Object one, Object other) {
		int types = Integer.compare(type(one), type(other));
		if (types != 0) {
			return types;
		}
		return switch (one) {
			case Number number -> compareNumbers(number, (Number) other);
			case String text -> Arrays.compareUnsigned(text.getBytes(StandardCharsets.UTF_8),
					((String) other).getBytes(StandardCharsets.UTF_8));
			case Document document -> compareDocuments(document, (Document) other);
			case List<?> list -> compareLists(list, (List<?>) other);
			case Boolean truth -> truth.compareTo((Boolean) other);
			case Date date -> date.compareTo((Date) other);
			case null, default -> 0;
		};
	}

	/** The type brackets of the documentation: a range looks inside one only. */
	static int type(Object value) {
		if (value == EMPTY_ARRAY) {
			return 0;
		}
		if (value == MISSING) {
			return NULL;
		}
		return switch (value) {
			case null -> NULL;
			case Number _ -> 2;
			case String _ -> 3;
			case Document _ -> 4;
			case List<?> _ -> 5;
			case Boolean _ -> 8;
			case Date _ -> 9;
			default -> throw new IllegalArgumentException("no such value in these histories: " + value.getClass());
		};
	}

	static boolean isNull(Object value) {
		return type(value) == NULL;
	}

	/** Exact: with types and the order of fields, as one would type it into a shell. */
	static String written(Object value) {
		return written(value, false);
	}

	/** Equal for all that MongoDB holds equal: 1, 1L and 1.0. */
	static String normalised(Object value) {
		return written(value, true);
	}

	/** A stored document, whose own fields have no promised order. */
	static String shown(Document document) {
		return (document != null) ? written(new Document(new TreeMap<>(document))) : "nothing";
	}

	private static String written(Object value, boolean normalise) {
		if (value == MISSING || value == EMPTY_ARRAY) {
			return (value == MISSING) ? "null" : "[]";
		}
		return switch (value) {
			case null -> "null";
			case Number number when normalise ->
				isFinite(number) ? exact(number).stripTrailingZeros().toPlainString() : number.toString();
			case Long number -> number + "L";
			case Double number -> number + "D";
			case String text -> "'" + text.replace("\u0000", "\\0") + "'";
			case Date date -> "Date(" + date.getTime() + ")";
			case Pattern pattern -> "/" + pattern + "/";
			case Document document -> document.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + ": " + written(entry.getValue(), normalise))
				.collect(Collectors.joining(", ", "{", "}"));
			case List<?> list ->
				list.stream().map((element) -> written(element, normalise)).collect(Collectors.joining(", ", "[", "]"));
			default -> value.toString();
		};
	}

	private static int compareNumbers(Number one, Number other) {
		if (isFinite(one) && isFinite(other)) {
			return exact(one).compareTo(exact(other));
		}
		// Not a number comes before all numbers.
		return (isNaN(one) || isNaN(other)) ? Boolean.compare(isNaN(other), isNaN(one))
				: Double.compare(one.doubleValue(), other.doubleValue());
	}

	private static boolean isFinite(Number number) {
		return Double.isFinite(number.doubleValue());
	}

	private static BigDecimal exact(Number number) {
		return (number instanceof Double) ? new BigDecimal(number.doubleValue())
				: BigDecimal.valueOf(number.longValue());
	}

	private static int compareDocuments(Document one, Document other) {
		Iterator<Map.Entry<String, Object>> ones = one.entrySet().iterator();
		Iterator<Map.Entry<String, Object>> others = other.entrySet().iterator();
		while (ones.hasNext() && others.hasNext()) {
			Map.Entry<String, Object> left = ones.next();
			Map.Entry<String, Object> right = others.next();
			int order = Integer.compare(type(left.getValue()), type(right.getValue()));
			order = (order != 0) ? order : compare(left.getKey(), right.getKey());
			order = (order != 0) ? order : compare(left.getValue(), right.getValue());
			if (order != 0) {
				return order;
			}
		}
		return Boolean.compare(ones.hasNext(), others.hasNext());
	}

	private static int compareLists(List<?> one, List<?> other) {
		for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
			int order = compare(one.get(i), other.get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(one.size(), other.size());
	}

}
