package nl.kundig.embeddedmongo;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the library would take and then ignore or do wrongly. A program that leans
 * on it must hear so here, not find out from its data.
 */
final class Refusals {

	private static final Set<String> OF_A_COLLECTION = Set.of("insert", "update", "delete", "find", "findandmodify",
			"count", "distinct", "create", "createindexes", "dropindexes", "drop", "listindexes");

	private static final Set<String> COLLECTION_OPTIONS = Set.of("capped", "validator", "viewOn", "timeseries",
			"collation", "clusteredIndex", "changeStreamPreAndPostImages");

	private static final Set<String> INDEX_OPTIONS = Set.of("collation", "wildcardProjection", "weights",
			"default_language", "hidden");

	private static final Set<String> COMMANDS = Set.of("renamecollection", "mapreduce", "bulkwrite", "collmod",
			"committransaction", "aborttransaction");

	private static final Set<String> STAGES = Set.of("$out", "$merge", "$changeStream", "$graphLookup", "$addFields");

	private static final Set<String> PARTIAL_OPERATORS = Set.of("$eq", "$in", "$exists", "$gt", "$gte", "$lt", "$lte",
			"$type");

	private Refusals() {
	}

	/**
	 * @throws MongoServerError with what is not offered
	 */
	static void check(String command, Document query) {
		String name = command.toLowerCase(Locale.ROOT);
		if (COMMANDS.contains(name)) {
			throw notOffered(command);
		}
		if (query.containsKey("startTransaction") || Boolean.FALSE.equals(query.get("autocommit"))) {
			throw new MongoServerError(20, "IllegalOperation", "transactions are not offered");
		}
		if (OF_A_COLLECTION.contains(name) && !(query.get(command) instanceof String)) {
			throw new MongoServerError(73, "InvalidNamespace", "the name of a collection is text");
		}
		refuseCollation(query);
		switch (name) {
			case "insert" -> checkInserted(query.get("documents"));
			case "create" -> COLLECTION_OPTIONS.stream()
				.filter((option) -> isAsked(query, option))
				.findFirst()
				.ifPresent((option) -> {
					throw notOffered("the option " + option);
				});
			case "createindexes" -> documents(query.get("indexes")).forEach(Refusals::checkIndex);
			case "update" -> documents(query.get("updates")).forEach((update) -> {
				refuseCollation(update);
				refusePipeline(update.get("u"));
			});
			case "delete" -> documents(query.get("deletes")).forEach(Refusals::refuseCollation);
			case "findandmodify" -> {
				refusePipeline(query.get("update"));
				if (isAsked(query, "remove") && (query.containsKey("update") || isAsked(query, "new"))) {
					throw new MongoServerError(9, "FailedToParse", "Cannot specify remove together with update or new");
				}
			}
			case "find" -> checkProjection(query.get("projection"));
			case "aggregate" -> documents(query.get("pipeline"))
				.forEach((stage) -> stage.keySet().stream().filter(STAGES::contains).forEach((refused) -> {
					throw notOffered("the stage " + refused);
				}));
			default -> {
				// Offered, or unknown to the library, which says so.
			}
		}
	}

	/** Before the collection is made for them. */
	private static void checkInserted(@Nullable Object documents) {
		if (!(documents instanceof Collection<?> inserted) || !inserted.stream().allMatch(Document.class::isInstance)) {
			throw new MongoServerError(14, "TypeMismatch", "what is inserted are documents");
		}
		inserted.forEach(Bson::requireDepth);
	}

	private static boolean isAsked(Document query, String option) {
		return query.get(option) != null && !Boolean.FALSE.equals(query.get(option));
	}

	private static void checkIndex(Document index) {
		INDEX_OPTIONS.stream().filter((option) -> isAsked(index, option)).findFirst().ifPresent((option) -> {
			throw notOffered("the option " + option + " of an index");
		});
		if (!(index.get("key") instanceof Document key) || key.isEmpty()) {
			throw new MongoServerError(67, "CannotCreateIndex", "an index needs a key");
		}
		if (index.get("partialFilterExpression") instanceof Document partial) {
			if (isAsked(index, "sparse")) {
				throw new MongoServerError(67, "CannotCreateIndex", "an index is sparse or partial, not both");
			}
			checkPartial(partial);
		}
		key.forEach((field, direction) -> {
			if (direction instanceof Number number && number.intValue() == 0) {
				throw new MongoServerError(67, "CannotCreateIndex", "the direction of " + field + " cannot be 0");
			}
			if (!(direction instanceof Number) || field.contains("$**")) {
				throw new MongoServerError(67, "CannotCreateIndex",
						"an index with " + field + ": " + direction + " is not offered");
			}
		});
	}

	/** From "Partial Indexes" in MongoDB's manual. */
	private static void checkPartial(Document partial) {
		partial.forEach((field, value) -> {
			Document operators = Conditions.operators(value);
			if (operators != null && !PARTIAL_OPERATORS.containsAll(operators.keySet())
					|| Boolean.FALSE.equals((operators != null) ? operators.get("$exists") : null)) {
				throw new MongoServerError(67, "CannotCreateIndex",
						"unsupported expression in a partial index: " + field);
			}
			if (field.startsWith("$") && !field.equals("$and")) {
				throw notOffered(field + " in a partial index");
			}
			if (field.equals("$and")) {
				documents(value).forEach(Refusals::checkPartial);
			}
		});
	}

	private static void checkProjection(@Nullable Object projection) {
		if (projection instanceof Document fields) {
			checkMixture(fields);
			fields.forEach((field, shown) -> {
				if (field.endsWith(".$") || (shown instanceof Document computed
						&& !Set.of("$elemMatch").containsAll(computed.keySet()))) {
					throw notOffered("the projection " + field);
				}
			});
		}
	}

	private static void checkMixture(Document fields) {
		Boolean including = null;
		for (Map.Entry<String, Object> field : fields.entrySet()) {
			if (!field.getKey().equals("_id") && !(field.getValue() instanceof Document)) {
				boolean included = Utils.isTrue(field.getValue());
				if (including != null && including != included) {
					throw included ? new MongoServerError(31253, "Cannot do inclusion in an exclusion projection")
							: new MongoServerError(31254, "Cannot do exclusion in an inclusion projection");
				}
				including = included;
			}
		}
	}

	private static void refuseCollation(Document query) {
		if (query.get("collation") instanceof Document collation && !"simple".equals(collation.get("locale"))) {
			throw notOffered("a collation");
		}
	}

	private static void refusePipeline(@Nullable Object update) {
		if (update instanceof Collection) {
			throw notOffered("an update with a pipeline");
		}
	}

	private static List<Document> documents(@Nullable Object list) {
		return (list instanceof Collection<?> parts)
				? parts.stream().filter(Document.class::isInstance).map(Document.class::cast).toList() : List.of();
	}

	private static MongoServerError notOffered(String what) {
		return new MongoServerError(238, "NotImplemented", what + " is not offered by the embedded store");
	}

}
