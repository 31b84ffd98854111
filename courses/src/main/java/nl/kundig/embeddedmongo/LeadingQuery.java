package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The query with which an aggregation begins.
 *
 * @param sort null when the order does not matter
 * @param limit 0 means all
 * @param rest the stages that follow
 */
record LeadingQuery(Document filter, @Nullable Document sort, int skip, int limit, List<Object> rest) {

	/** Null when the first stage is not part of a query. */
	static @Nullable LeadingQuery of(@Nullable Object pipeline) {
		if (!(pipeline instanceof List<?> stages)) {
			return null;
		}
		Document filter = new Document();
		Document sort = null;
		int skip = 0;
		int limit = 0;
		int reached = 0;
		int at = 0;
		for (; at < stages.size() && stages.get(at) instanceof Document stage && stage.size() == 1; at++) {
			int order = order(stage);
			// Each once, in this order: a limit before a filter is not a query.
			if (order <= reached) {
				break;
			}
			Object value = stage.values().iterator().next();
			switch (order) {
				case 1 -> filter = (Document) value;
				case 2 -> sort = (Document) value;
				case 3 -> skip = ((Number) value).intValue();
				default -> limit = ((Number) value).intValue();
			}
			reached = order;
		}
		return (reached > 0)
				? new LeadingQuery(filter, sort, skip, limit, new ArrayList<>(stages.subList(at, stages.size())))
				: null;
	}

	/** 0 for a stage of another kind, or with a value that the library shall refuse. */
	private static int order(Document stage) {
		Object value = stage.values().iterator().next();
		return switch (stage.keySet().iterator().next()) {
			case "$match" -> (value instanceof Document) ? 1 : 0;
			case "$sort" ->
				(value instanceof Document by && by.values().stream().allMatch(Number.class::isInstance)) ? 2 : 0;
			case "$skip" -> isCount(value, 0) ? 3 : 0;
			case "$limit" -> isCount(value, 1) ? 4 : 0;
			default -> 0;
		};
	}

	private static boolean isCount(@Nullable Object value, int least) {
		return value instanceof Number number && number.longValue() >= least && number.longValue() <= Integer.MAX_VALUE;
	}

}
