package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of each field, as far as an index can help with it. All of it
 * must hold, and more may be demanded: the documents found are matched once more.
 */
final class Conditions {

	private final Map<String, List<Condition>> byField = new LinkedHashMap<>();

	private final List<List<Document>> alternatives = new ArrayList<>();

	static Conditions of(Document filter) {
		Conditions conditions = new Conditions();
		conditions.addAll("", filter);
		return conditions;
	}

	List<Condition> on(String field) {
		return this.byField.getOrDefault(field, List.of());
	}

	/** The lists of each {@code $or}: one filter of each list holds. */
	List<List<Document>> alternatives() {
		return this.alternatives;
	}

	/** Whether each document that satisfies these also satisfies the filter. */
	boolean imply(Document filter) {
		for (Map.Entry<String, Object> demanded : filter.entrySet()) {
			String field = demanded.getKey();
			boolean implied = on(field).stream().anyMatch((condition) -> condition.implies(field, demanded.getValue()));
			if (!implied) {
				return false;
			}
		}
		return true;
	}

	private void addAll(String prefix, Document filter) {
		filter.forEach((key, value) -> {
			if (key.equals("$and") && value instanceof Collection<?> parts) {
				parts.forEach((part) -> addAll(prefix, (Document) part));
			}
			else if (key.equals("$or") && prefix.isEmpty() && value instanceof Collection<?> parts) {
				this.alternatives.add(parts.stream().map(Document.class::cast).toList());
			}
			else if (!key.startsWith("$")) {
				add(prefix + key, value);
			}
		});
	}

	private void add(String field, @Nullable Object value) {
		Document operators = operators(value);
		if (operators != null) {
			operators.forEach((operator, operand) -> addOperator(field, operator, operand));
		}
		else if (isPlain(value)) {
			put(field, new Condition.OneOf(List.of(Operand.of(value))));
		}
	}

	private void addOperator(String field, String operator, @Nullable Object operand) {
		switch (operator) {
			case "$eq" -> {
				if (isPlain(operand)) {
					put(field, new Condition.OneOf(List.of(Operand.of(operand))));
				}
			}
			case "$in" -> {
				if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isPlain)) {
					put(field, new Condition.OneOf(values.stream().map(Operand::of).toList()));
				}
			}
			case "$gt", "$gte", "$lt", "$lte" -> {
				if (isPlain(operand) && operand != null && !(operand instanceof MinKey || operand instanceof MaxKey)) {
					put(field, new Condition.Range(operator, operand));
				}
			}
			case "$all" -> {
				if (operand instanceof Collection<?> values && !values.isEmpty() && isPlain(values.iterator().next())) {
					put(field, new Condition.OneOf(List.of(Operand.of(values.iterator().next()))));
				}
			}
			case "$elemMatch" -> {
				if (operand instanceof Document element && !isOperators(element)) {
					addAll(field + ".", element);
				}
			}
			case "$exists" -> {
				if (Boolean.TRUE.equals(operand)) {
					put(field, new Condition.Exists());
				}
			}
			default -> {
				// No index helps with it.
			}
		}
	}

	private void put(String field, Condition condition) {
		this.byField.computeIfAbsent(field, (_) -> new ArrayList<>()).add(condition);
	}

	/** What is demanded by operators, as in {@code {$gt: 5}}; null for a plain value. */
	static @Nullable Document operators(@Nullable Object value) {
		return value instanceof Document document && !document.isEmpty()
				&& document.keySet().iterator().next().startsWith("$") ? document : null;
	}

	private static boolean isOperators(@Nullable Object value) {
		return operators(value) != null;
	}

	private static boolean isPlain(@Nullable Object value) {
		return !(value instanceof Collection || BsonRegularExpression.isRegularExpression(value) || isOperators(value));
	}

	/** A value that may be null. */
	record Operand(@Nullable Object value) {

		static Operand of(@Nullable Object value) {
			return new Operand(value);
		}

	}

	/** What one field must be. */
	sealed interface Condition {

		/** Whether no document without the field satisfies it. */
		boolean demandsPresence();

		boolean implies(String field, @Nullable Object demanded);

		/** Equal to one of some values. */
		record OneOf(List<Operand> values) implements Condition {

			@Override
			public boolean demandsPresence() {
				return this.values.stream().allMatch((operand) -> operand.value() != null);
			}

			@Override
			public boolean implies(String field, @Nullable Object demanded) {
				// The matcher is asked about a document with only this field. A negation
				// would hold for one element of an array and not for another.
				Document filter = new Document("f", demanded);
				return isSafe(demanded) && this.values.stream().allMatch((operand) -> matches(operand, filter));
			}

			private static boolean matches(Operand operand, Document filter) {
				// What equals null may also be missing.
				return new DefaultQueryMatcher().matches(new Document("f", operand.value()), filter)
						&& (operand.value() != null || new DefaultQueryMatcher().matches(new Document(), filter));
			}

			private static boolean isSafe(@Nullable Object demanded) {
				Document operators = operators(demanded);
				return operators == null || operators.keySet()
					.stream()
					.allMatch(List.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte", "$exists")::contains);
			}

		}

		/** On one side of a value, among values of its type. */
		record Range(String operator, Object value) implements Condition {

			@Override
			public boolean demandsPresence() {
				return true;
			}

			@Override
			public boolean implies(String field, @Nullable Object demanded) {
				return isExists(demanded) || new Document(this.operator, this.value).equals(demanded);
			}

			boolean isLower() {
				return this.operator.startsWith("$gt");
			}

			boolean isInclusive() {
				return this.operator.endsWith("e");
			}

		}

		/** There, be it null. */
		record Exists() implements Condition {

			@Override
			public boolean demandsPresence() {
				return true;
			}

			@Override
			public boolean implies(String field, @Nullable Object demanded) {
				return isExists(demanded);
			}

		}

		private static boolean isExists(@Nullable Object demanded) {
			return new Document("$exists", true).equals(demanded);
		}

	}

}
