package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * A filter in words that the library's matcher takes as MongoDB does. Given several
 * operators on an array it wants one element to satisfy them all, and of {@code $in},
 * {@code $all} and whole arrays it has notions of its own.
 */
final class LibraryFilter {

	private static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor");

	/** From here on a set is quicker than one alternative after the other. */
	private static final int MANY = 20;

	private final Document filter = new Document();

	private final List<Object> all = new ArrayList<>();

	private final List<OneOfMany> oneOfMany = new ArrayList<>();

	private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

	private LibraryFilter(Document filter) {
		filter.forEach(this::add);
		if (!this.all.isEmpty()) {
			this.filter.put("$and", this.all);
		}
	}

	/**
	 * @throws MongoServerError when it is no filter
	 */
	static LibraryFilter of(Document filter) {
		return new LibraryFilter(filter);
	}

	/** Not safe between threads. */
	boolean matches(Document document) {
		return this.oneOfMany.stream().allMatch((one) -> one.matches(document))
				&& this.matcher.matches(document, this.filter);
	}

	private void add(String key, @Nullable Object value) {
		Document operators = Conditions.operators(value);
		if (LOGICAL.contains(key)) {
			Collection<?> parts = values(key, value);
			if (parts.isEmpty()) {
				throw new MongoServerError(2, "BadValue", key + " must be a nonempty array");
			}
			this.all.add(new Document(key, parts.stream().map(LibraryFilter::plain).toList()));
		}
		else if (operators == null) {
			put(equal(key, value));
		}
		else {
			Document pattern = new Document();
			operators.forEach((operator, operand) -> addOperator(key, operator, operand, pattern));
			if (!pattern.isEmpty()) {
				put(new Document(key, pattern));
			}
		}
	}

	private void addOperator(String key, String operator, @Nullable Object operand, Document pattern) {
		switch (operator) {
			case "$regex", "$options" -> pattern.put(operator, operand);
			case "$in" -> addOneOf(key, values(operator, operand));
			case "$nin" -> {
				if (!values(operator, operand).isEmpty()) {
					this.all.add(new Document("$nor", equalities(key, values(operator, operand))));
				}
			}
			case "$ne" -> this.all.add(new Document("$nor", List.of(equal(key, operand))));
			case "$all" -> {
				if (values(operator, operand).isEmpty()) {
					put(new Document(key, new Document(operator, operand)));
				}
				this.all.addAll(equalities(key, values(operator, operand)));
			}
			case "$exists" -> {
				Document exists = new Document(key, new Document("$exists", true));
				if (Utils.isTrue(operand)) {
					put(exists);
				}
				else {
					this.all.add(new Document("$nor", List.of(exists)));
				}
			}
			case "$gte", "$lte" ->
				put((operand == null) ? equal(key, null) : new Document(key, new Document(operator, operand)));
			case "$not" -> this.all.add(new Document("$nor", List.of(plain(new Document(key, operand)))));
			default -> put(new Document(key, new Document(operator, operand)));
		}
	}

	private void addOneOf(String key, Collection<?> values) {
		if (values.size() > MANY && values.stream().allMatch(LibraryFilter::isInKeys)) {
			this.oneOfMany.add(OneOfMany.of(key, values));
		}
		else if (values.size() == 1) {
			put(equal(key, values.iterator().next()));
		}
		else if (values.isEmpty()) {
			put(new Document(key, new Document("$in", values)));
		}
		else {
			this.all.add(new Document("$or", equalities(key, values)));
		}
	}

	/** One field can be demanded several times. */
	private void put(Document demanded) {
		if (this.filter.keySet().stream().anyMatch(demanded::containsKey)) {
			this.all.add(demanded);
		}
		else {
			this.filter.putAll(demanded);
		}
	}

	/** Without the short way for many values, which a part of a filter cannot have. */
	private static @Nullable Object plain(@Nullable Object part) {
		if (!(part instanceof Document filter)) {
			return part;
		}
		LibraryFilter rewritten = of(filter);
		rewritten.oneOfMany
			.forEach((one) -> rewritten.all.add(new Document(one.field(), new Document("$in", one.values()))));
		if (!rewritten.all.isEmpty()) {
			rewritten.filter.put("$and", rewritten.all);
		}
		return rewritten.filter;
	}

	private static List<Document> equalities(String key, Collection<?> values) {
		return values.stream().map((value) -> equal(key, value)).toList();
	}

	private static Document equal(String key, @Nullable Object value) {
		return new Document(key,
				(value instanceof Collection || (value instanceof Document && Conditions.operators(value) == null))
						? new Document("$eq", value) : value);
	}

	private static boolean isInKeys(@Nullable Object value) {
		return value != null && !(value instanceof Collection) && !BsonRegularExpression.isRegularExpression(value);
	}

	private static Collection<?> values(String operator, @Nullable Object operand) {
		if (operand instanceof Collection<?> values) {
			return values;
		}
		throw new MongoServerError(2, "BadValue", operator + " needs an array");
	}

	/** Compares the keys that an index on the field would have. */
	private record OneOfMany(String field, Collection<?> values, IndexDefinition index, NavigableSet<byte[]> keys) {

		static OneOfMany of(String field, Collection<?> values) {
			NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
			values.forEach((value) -> keys.add(KeyBytes.of(value)));
			return new OneOfMany(field, values, IndexDefinition.on(field, 1), keys);
		}

		boolean matches(Document document) {
			return this.index.keysOf(document).keys().stream().anyMatch(this.keys::contains);
		}

	}

}
