package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** What MongoDB asks of an update and the library does not look at. */
final class UpdateRules {

	private static final Set<String> ARITHMETIC = Set.of("$inc", "$mul");

	private static final Set<String> CREATING = Set.of("$set", "$inc", "$mul", "$push", "$addToSet", "$pull", "$min",
			"$max");

	private static final Set<String> OF_ARRAYS = Set.of("$push", "$addToSet", "$pull");

	private UpdateRules() {
	}

	/**
	 * With new fields in order of their names, as MongoDB adds them since 5.0.
	 * @throws MongoServerError when the update cannot be done, whatever the document
	 */
	static Document prepared(Document update) {
		Document prepared = new Document();
		List<String> all = new ArrayList<>();
		update.forEach((operator, fields) -> {
			if (operator.startsWith("$") && fields instanceof Document paths) {
				paths.forEach((path, operand) -> {
					requireParts(path);
					requireNoConflict(path, all);
					if (ARITHMETIC.contains(operator) && !(operand instanceof Number)) {
						throw new MongoServerError(14, "TypeMismatch",
								"Cannot " + operator + " with non-numeric argument: {" + path + "}");
					}
				});
				prepared.put(operator, operator.equals("$set") ? new Document(new TreeMap<>(paths)) : paths);
			}
			else {
				prepared.put(operator, fields);
			}
		});
		return prepared;
	}

	/** What an upsert starts from: the values that the filter demands. */
	static Document startOf(Document filter) {
		Document start = new Document();
		filter.forEach((field, value) -> {
			Document operators = Conditions.operators(value);
			if (!field.startsWith("$") && !field.contains(".")) {
				if (operators == null) {
					start.put(field, value);
				}
				else if (operators.containsKey("$eq")) {
					start.put(field, operators.get("$eq"));
				}
			}
		});
		return start;
	}

	/**
	 * Looks at what the library made of a document, and puts right what it need not
	 * refuse.
	 * @throws MongoServerError when MongoDB would not have done it
	 */
	static void check(Document before, Document after, Document update) {
		update.forEach((operator, fields) -> {
			if (fields instanceof Document paths && (CREATING.contains(operator) || operator.equals("$unset"))) {
				paths.forEach((path, operand) -> {
					if (!path.contains("$")) {
						check(before, operator, path, operand);
						if (operator.equals("$addToSet")) {
							removeEqual(before, after, path);
						}
					}
				});
			}
		});
	}

	private static void check(Document before, String operator, String path, @Nullable Object operand) {
		List<String> parts = List.of(path.split("\\."));
		for (int i = 1; i < parts.size(); i++) {
			List<String> above = parts.subList(0, i);
			boolean unset = operator.equals("$unset");
			if ((isNull(before, above) && !unset)
					|| (value(before, above) instanceof Collection && !isPosition(parts.get(i)))) {
				throw unset
						? new MongoServerError(238, "NotImplemented", "$unset through an array is not offered: " + path)
						: new MongoServerError(28, "PathNotViable",
								"Cannot create field '" + parts.get(i) + "' in element {" + above.getLast() + "}");
			}
		}
		if (ARITHMETIC.contains(operator)) {
			if (isNull(before, parts)) {
				throw new MongoServerError(14, "TypeMismatch",
						"Cannot apply " + operator + " to a value of non-numeric type");
			}
			requireNoOverflow(operator, value(before, parts), operand);
		}
		if (OF_ARRAYS.contains(operator) && isNull(before, parts)) {
			throw new MongoServerError(2, "BadValue", "The field '" + path + "' must be an array but is of type null");
		}
	}

	private static void requireNoOverflow(String operator, @Nullable Object value, @Nullable Object operand) {
		if (value instanceof Number one && isWhole(one) && operand instanceof Number other && isWhole(other)) {
			try {
				long _ = operator.equals("$inc") ? Math.addExact(one.longValue(), other.longValue())
						: Math.multiplyExact(one.longValue(), other.longValue());
			}
			catch (ArithmeticException ex) {
				throw new MongoServerError(2, "BadValue",
						"Failed to apply " + operator + " operations to current value");
			}
		}
	}

	/** 1 and 1.0 are one member of a set. */
	private static void removeEqual(Document before, Document after, String path) {
		List<String> parts = List.of(path.split("\\."));
		if (value(after, parts) instanceof List<?> now) {
			Set<byte[]> seen = new TreeSet<>(Arrays::compareUnsigned);
			int old = (value(before, parts) instanceof Collection<?> members) ? members.size() : 0;
			List<Object> kept = new ArrayList<>();
			for (int i = 0; i < now.size(); i++) {
				if (seen.add(KeyBytes.of(now.get(i))) || i < old) {
					kept.add(now.get(i));
				}
			}
			if (kept.size() < now.size()) {
				parent(after, parts).put(parts.getLast(), kept);
			}
		}
	}

	/** Two paths of one update may not be equal, nor one lead through the other. */
	private static void requireNoConflict(String path, List<String> all) {
		for (String other : all) {
			if ((path + ".").startsWith(other + ".") || (other + ".").startsWith(path + ".")) {
				throw new MongoServerError(40, "ConflictingUpdateOperators",
						"Updating the path '" + path + "' would create a conflict at '" + other + "'");
			}
		}
		all.add(path);
	}

	private static void requireParts(String path) {
		if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
			throw new MongoServerError(56, "EmptyFieldName",
					"The update path '" + path + "' contains an empty field name, which is not allowed.");
		}
	}

	private static boolean isWhole(Number value) {
		return value instanceof Integer || value instanceof Long;
	}

	private static boolean isNull(Document document, List<String> parts) {
		Object parent = (parts.size() > 1) ? value(document, parts.subList(0, parts.size() - 1)) : document;
		String last = parts.getLast();
		return switch (parent) {
			case Map<?, ?> fields -> fields.containsKey(last) && fields.get(last) == null;
			case List<?> list ->
				isPosition(last) && Integer.parseInt(last) < list.size() && list.get(Integer.parseInt(last)) == null;
			case null, default -> false;
		};
	}

	private static boolean isPosition(String part) {
		return part.length() < 9 && part.chars().allMatch(Character::isDigit);
	}

	private static Document parent(Document document, List<String> parts) {
		return (parts.size() > 1 && value(document, parts.subList(0, parts.size() - 1)) instanceof Document parent)
				? parent : document;
	}

	/** Null when it is missing. */
	private static @Nullable Object value(Document document, List<String> parts) {
		Object value = document;
		for (String part : parts) {
			value = switch (value) {
				case Map<?, ?> fields -> fields.get(part);
				case List<?> list when isPosition(part) && Integer.parseInt(part) < list.size() ->
					list.get(Integer.parseInt(part));
				case null, default -> null;
			};
		}
		return value;
	}

}
