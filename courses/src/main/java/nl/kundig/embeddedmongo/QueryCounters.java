package nl.kundig.embeddedmongo;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.bson.Document;
import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;
import org.jspecify.annotations.Nullable;

/** How many documents each shape of query looked at, and how many it returned. */
final class QueryCounters {

	/** So that shapes made of user input could not fill the memory. */
	private static final int MOST_SHAPES = 2_000;

	private final Map<Shape, Counter> counters = new ConcurrentHashMap<>();

	void count(String collection, Document filter, @Nullable Document sort, Plan plan, long scanned, long returned) {
		if (collection.startsWith("system.")) {
			return;
		}
		Shape shape = new Shape(collection, describe(filter) + order(sort), plan.name());
		Counter counter = this.counters.get(shape);
		if (counter == null && this.counters.size() < MOST_SHAPES) {
			counter = this.counters.computeIfAbsent(shape, (_) -> new Counter());
		}
		if (counter != null) {
			counter.add(scanned, returned);
		}
	}

	List<QueryUse> table() {
		return this.counters.entrySet()
			.stream()
			.map((entry) -> entry.getValue().use(entry.getKey()))
			.sorted(Comparator.comparing(QueryUse::collection).thenComparing(QueryUse::shape))
			.toList();
	}

	/** Fields and operators without values, as in {@code learner =, from <=}. */
	private static String describe(Document filter) {
		return filter.entrySet()
			.stream()
			.map((entry) -> describe(entry.getKey(), entry.getValue()))
			.sorted()
			.collect(Collectors.joining(", "));
	}

	private static String describe(String field, @Nullable Object value) {
		if (field.startsWith("$") && value instanceof Collection<?> parts) {
			return field + parts.stream()
				.map((part) -> (part instanceof Document filter) ? describe(filter) : "?")
				.distinct()
				.collect(Collectors.joining("; ", "(", ")"));
		}
		Document operators = Conditions.operators(value);
		return field + " " + ((operators != null) ? String.join(" ", operators.keySet()) : "=");
	}

	private static String order(@Nullable Document sort) {
		if (sort == null || sort.isEmpty()) {
			return "";
		}
		return sort.entrySet()
			.stream()
			.map((field) -> (((Number) field.getValue()).intValue() < 0 ? "-" : "") + field.getKey())
			.collect(Collectors.joining(", ", " sorted by ", ""));
	}

	private record Shape(String collection, String query, String plan) {

	}

	private static final class Counter {

		private long times;

		private long scanned;

		private long returned;

		private long worst = Long.MIN_VALUE;

		synchronized void add(long looked, long found) {
			this.times++;
			this.scanned += looked;
			this.returned += found;
			this.worst = Math.max(this.worst, looked - 10 * found - 10);
		}

		synchronized QueryUse use(Shape shape) {
			return new QueryUse(shape.collection(), shape.query(), shape.plan(), this.times, this.scanned,
					this.returned, this.worst);
		}

	}

}
