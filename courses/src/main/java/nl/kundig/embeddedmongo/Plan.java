package nl.kundig.embeddedmongo;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The records to read, in this order.
 *
 * @param index null when all records are read, or several indexes
 * @param mayRepeat whether a record can be in it more than once
 * @param ordered whether the records come in the order that is asked for
 */
record Plan(@Nullable String index, List<Range> ranges, boolean mayRepeat, boolean ordered) {

	/** Fewer records to read, or as many without the need to sort them. */
	boolean isBetterThan(Plan other) {
		return size() < other.size() || (size() == other.size() && this.ordered && !other.ordered);
	}

	String name() {
		return (this.index != null) ? this.index : this.mayRepeat ? "several indexes" : "all records";
	}

	private long size() {
		return this.ranges.stream().mapToLong(Range::size).sum();
	}

	/** A stretch of an index, or all of the records. */
	record Range(Collection<Long> records, long size) {

	}

}
