package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import nl.kundig.embeddedmongo.Conditions.Condition;
import nl.kundig.embeddedmongo.Conditions.Operand;
import nl.kundig.embeddedmongo.IndexDefinition.Part;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a query is answered: of the indexes that can help the one with the fewest
 * keys to read, counted and not estimated, or all records when none can. An index helps
 * when its first parts are demanded equal to something, and after those a range or the
 * order that is asked for.
 */
final class Planner {

	/**
	 * More values than this for the parts of an index, and only the first parts count.
	 */
	private static final int MOST_PREFIXES = 100_000;

	private final CollectionState state;

	private final Document sort;

	Planner(CollectionState state, @Nullable Document sort) {
		this.state = state;
		this.sort = (sort != null) ? sort : new Document();
	}

	Plan plan(Document filter) {
		Conditions conditions = Conditions.of(filter);
		Plan all = allRecords();
		Plan best = all;
		for (SortedIndex index : this.state.indexes()) {
			Optional<Plan> plan = plan(index, conditions);
			if (plan.isPresent() && plan.get().isBetterThan(best)) {
				best = plan.get();
			}
		}
		if (best == all) {
			for (List<Document> alternatives : conditions.alternatives()) {
				List<Plan> each = alternatives.stream().map(this::withoutOrder).toList();
				if (each.stream().noneMatch((plan) -> plan.index() == null)) {
					return new Plan(null, each.stream().flatMap((plan) -> plan.ranges().stream()).toList(), true,
							false);
				}
			}
		}
		return best;
	}

	private Plan withoutOrder(Document filter) {
		return new Planner(this.state, null).plan(filter);
	}

	private Plan allRecords() {
		boolean backwards = this.sort.containsKey("$natural") && ((Number) this.sort.get("$natural")).intValue() < 0;
		NavigableMap<Long, StoredDocument> records = backwards ? this.state.records().descendingMap()
				: this.state.records();
		return new Plan(null, List.of(new Plan.Range(records.keySet(), records.size())), false,
				this.sort.isEmpty() || this.sort.containsKey("$natural"));
	}

	private Optional<Plan> plan(SortedIndex index, Conditions conditions) {
		IndexDefinition definition = index.definition();
		if (definition.partial() != null && !conditions.imply(definition.partial())) {
			return Optional.empty();
		}
		if (definition.sparse() && definition.parts()
			.stream()
			.noneMatch((part) -> conditions.on(part.field()).stream().anyMatch(Condition::demandsPresence))) {
			return Optional.empty();
		}
		Bounds bounds = new Bounds(index, conditions);
		boolean ordered = !this.sort.isEmpty() && bounds.prefixes.size() == 1
				&& (isInOrder(index, bounds, true) || isInOrder(index, bounds, false));
		if (!bounds.restrict && !ordered) {
			return Optional.empty();
		}
		boolean backwards = ordered && !isInOrder(index, bounds, true);
		List<Plan.Range> ranges = bounds.ranges().map((entries) -> {
			NavigableMap<byte[], Long> inOrder = backwards ? entries.descendingMap() : entries;
			return new Plan.Range(inOrder.values(), entries.size());
		}).toList();
		boolean mayRepeat = index.arrays() != 0 || ranges.size() > 1;
		return Optional.of(new Plan(definition.name(), ranges, mayRepeat, ordered || this.sort.isEmpty()));
	}

	/** Whether the keys within the bounds come in the order that is asked for. */
	private boolean isInOrder(SortedIndex index, Bounds bounds, boolean forwards) {
		List<Part> parts = index.definition().parts();
		int at = bounds.equalParts;
		for (Map.Entry<String, Object> asked : this.sort.entrySet()) {
			String field = asked.getKey();
			if (parts.subList(0, bounds.equalParts).stream().anyMatch((part) -> part.field().equals(field))
					&& isSingle(index, field)) {
				continue;
			}
			if (at == parts.size() || index.leadsThroughArray(at) || !parts.get(at).field().equals(field)) {
				return false;
			}
			boolean ascending = ((Number) asked.getValue()).intValue() > 0;
			if ((parts.get(at).ascending() == ascending) != forwards) {
				return false;
			}
			at++;
		}
		return true;
	}

	/** An array that holds the demanded value may still sort by another. */
	private static boolean isSingle(SortedIndex index, String field) {
		List<Part> parts = index.definition().parts();
		for (int i = 0; i < parts.size(); i++) {
			if (parts.get(i).field().equals(field)) {
				return !index.leadsThroughArray(i);
			}
		}
		return false;
	}

	/** Which part of an index the conditions leave. */
	private static final class Bounds {

		private final SortedIndex index;

		private final Conditions conditions;

		/** The bytes of the values that the first parts must have. */
		NavigableSet<byte[]> prefixes = new TreeSet<>(Arrays::compareUnsigned);

		int equalParts;

		boolean restrict;

		private byte[] low = {};

		private byte[] high = { KeyBytes.AFTER };

		private boolean arrayRestricted;

		Bounds(SortedIndex index, Conditions conditions) {
			this.index = index;
			this.conditions = conditions;
			this.prefixes.add(new byte[0]);
			while (this.equalParts < parts().size() && restrictToValues()) {
				this.equalParts++;
			}
			if (this.equalParts < parts().size()) {
				restrictToRange();
			}
		}

		Stream<NavigableMap<byte[], Long>> ranges() {
			return this.prefixes.stream()
				.filter((_) -> Arrays.compareUnsigned(this.low, this.high) < 0)
				.map((prefix) -> this.index.entries()
					.subMap(KeyBytes.join(prefix, this.low), true, KeyBytes.join(prefix, this.high), false));
		}

		private List<Part> parts() {
			return this.index.definition().parts();
		}

		/**
		 * One element of an array may meet the one condition and another the other, so
		 * conditions on an array are used once.
		 */
		private boolean mayRestrict() {
			return !this.arrayRestricted || !this.index.leadsThroughArray(this.equalParts);
		}

		private boolean restrictToValues() {
			Part part = parts().get(this.equalParts);
			List<Operand> values = fewestValues(part.field());
			if (values == null
					|| (this.index.definition().sparse()
							&& values.stream().anyMatch((operand) -> operand.value() == null))
					|| !mayRestrict() || (long) values.size() * this.prefixes.size() > MOST_PREFIXES) {
				return false;
			}
			NavigableSet<byte[]> longer = new TreeSet<>(Arrays::compareUnsigned);
			for (byte[] prefix : this.prefixes) {
				for (Operand operand : values) {
					byte[] value = KeyBytes.of(operand.value());
					longer.add(KeyBytes.join(prefix, part.ascending() ? value : KeyBytes.inverted(value)));
				}
			}
			this.prefixes = longer;
			restricted();
			return true;
		}

		private @Nullable List<Operand> fewestValues(String field) {
			List<Operand> fewest = null;
			for (Condition condition : this.conditions.on(field)) {
				if (condition instanceof Condition.OneOf(var values)
						&& (fewest == null || values.size() < fewest.size())) {
					fewest = values;
				}
			}
			return fewest;
		}

		private void restrictToRange() {
			Part part = parts().get(this.equalParts);
			boolean lower = false;
			boolean upper = false;
			for (Condition condition : this.conditions.on(part.field())) {
				if (condition instanceof Condition.Range range && mayRestrict() && !(range.isLower() ? lower : upper)) {
					if (!lower && !upper) {
						restrictToType(part, KeyBytes.type(range.value()));
					}
					restrictTo(range, part.ascending());
					lower |= range.isLower();
					upper |= !range.isLower();
					restricted();
				}
			}
		}

		/** A range is among values of one type. */
		private void restrictToType(Part part, byte type) {
			byte first = part.ascending() ? type : (byte) ~type;
			this.low = new byte[] { first };
			this.high = new byte[] { (byte) (first + 1) };
		}

		/** In a descending part larger values come first. */
		private void restrictTo(Condition.Range range, boolean ascending) {
			byte[] value = KeyBytes.of(range.value());
			byte[] bound = ascending ? value : KeyBytes.inverted(value);
			if (range.isLower() == ascending) {
				this.low = range.isInclusive() ? bound : after(bound);
			}
			else {
				this.high = range.isInclusive() ? after(bound) : bound;
			}
		}

		private static byte[] after(byte[] value) {
			return KeyBytes.join(value, new byte[] { KeyBytes.AFTER });
		}

		private void restricted() {
			this.restrict = true;
			this.arrayRestricted |= this.index.leadsThroughArray(this.equalParts);
		}

	}

}
