package nl.kundig.embeddedmongo;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import org.bson.Document;

/**
 * Whether a document fits a filter, read off the documentation of the query operators.
 */
final class NaiveMatcher {

	private NaiveMatcher() {
	}

	static boolean matches(Document document, Document filter) {
		return filter.entrySet().stream().allMatch((entry) -> switch (entry.getKey()) {
			case "$and" -> clauses(entry).stream().allMatch((clause) -> matches(document, clause));
			case "$or" -> clauses(entry).stream().anyMatch((clause) -> matches(document, clause));
			case "$nor" -> clauses(entry).stream().noneMatch((clause) -> matches(document, clause));
			default -> {
				Restriction.when(
						BsonOrder.written(entry.getValue()).contains("null")
								&& NaivePaths.passesOverScalar(document, NaivePaths.parts(entry.getKey())),
						Restriction.NULL_BESIDE_SCALARS);
				yield holds(NaivePaths.looked(document, entry.getKey()), entry.getValue());
			}
		});
	}

	/** Whether a condition holds for a value by itself, as $pull and $elemMatch ask. */
	static boolean matchesValue(Object value, Object condition) {
		if (isOperators(condition)) {
			return holds(NaivePaths.looked(value), condition);
		}
		if (condition instanceof Document filter) {
			return value instanceof Document document && matches(document, filter);
		}
		return BsonOrder.same(value, condition);
	}

	static boolean isOperators(Object condition) {
		return condition instanceof Document document && !document.isEmpty()
				&& document.keySet().iterator().next().startsWith("$");
	}

	@SuppressWarnings("unchecked")
	private static List<Document> clauses(Map.Entry<String, Object> entry) {
		return (List<Document>) entry.getValue();
	}

	private static boolean holds(List<Object> looked, Object condition) {
		if (condition instanceof Pattern pattern) {
			return looked.stream().anyMatch((value) -> fits(value, pattern));
		}
		if (isOperators(condition)) {
			return ((Document) condition).entrySet()
				.stream()
				.allMatch((entry) -> holds(looked, entry.getKey(), entry.getValue()));
		}
		return equal(looked, condition);
	}

	private static boolean fits(Object value, Pattern pattern) {
		if (value instanceof String text) {
			return pattern.matcher(text).find();
		}
		Restriction.when(value != null && value != BsonOrder.MISSING && pattern.matcher(value.toString()).find(),
				Restriction.REGEX_ON_OTHER_TYPES);
		return false;
	}

	private static boolean holds(List<Object> looked, String operator, Object operand) {
		return switch (operator) {
			case "$eq" -> equal(looked, operand);
			case "$ne" -> !equal(looked, operand);
			case "$in" -> ((List<?>) operand).stream().anyMatch((one) -> equal(looked, one));
			case "$nin" -> ((List<?>) operand).stream().noneMatch((one) -> equal(looked, one));
			case "$gt" -> inRange(looked, operand, (order) -> order > 0);
			case "$gte" -> inRange(looked, operand, (order) -> order >= 0);
			case "$lt" -> inRange(looked, operand, (order) -> order < 0);
			case "$lte" -> inRange(looked, operand, (order) -> order <= 0);
			case "$exists" -> looked.stream().anyMatch((value) -> value != BsonOrder.MISSING) == (Boolean) operand;
			case "$not" -> !holds(looked, operand);
			case "$all" -> ((List<?>) operand).stream().allMatch((one) -> equal(looked, one));
			case "$size" ->
				looked.stream().anyMatch((value) -> value instanceof List<?> list && list.size() == (Integer) operand);
			case "$elemMatch" -> looked.stream()
				.anyMatch((value) -> value instanceof List<?> list
						&& list.stream().anyMatch((element) -> matchesValue(element, operand)));
			default -> throw new IllegalArgumentException("no such operator in these histories: " + operator);
		};
	}

	private static boolean equal(List<Object> looked, Object operand) {
		return looked.stream().anyMatch((value) -> BsonOrder.same(value, operand));
	}

	private static boolean inRange(List<Object> looked, Object operand, IntPredicate side) {
		return looked.stream()
			.anyMatch((value) -> BsonOrder.type(value) == BsonOrder.type(operand)
					&& BsonOrder.isNaN(value) == BsonOrder.isNaN(operand)
					&& side.test(BsonOrder.compare(value, operand)));
	}

}
