package nl.kundig.courses.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * How a seat came to somebody.
 *
 * @param rank place in the order when the seat was offered, 1 for the first; 0 where no
 * order was needed
 * @param of how many could be asked; 0 where no order was needed
 * @param score the points of then, or null where no order was needed
 */
public record Placing(Pool pool, int rank, int of, @Nullable Score score) {

	static Placing without(Pool pool) {
		return new Placing(pool, 0, 0, null);
	}

}
