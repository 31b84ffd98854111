package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.bson.Document;

/** Filters in all the shapes that a planner may take apart. */
final class RandomFilters {

	private static final List<String> PATHS = List.of("n", "n", "n", "name", "name", "tags", "tags", "items.x",
			"items.x", "items.y", "sub.x", "sub.y", "on", "active", "edge", "edge", "_id", "sub", "alias", "sub.z");

	private static final List<String> BOUNDS = List.of("$gt", "$gte", "$lt", "$lte");

	private final RandomValues values;

	RandomFilters(RandomValues values) {
		this.values = values;
	}

	Document filter() {
		return switch (this.values.below(12)) {
			case 0 -> new Document();
			case 1 -> new Document("_id", this.values.id());
			case 2 -> new Document("_id", condition("_id"));
			case 3 -> joined("$and");
			case 4 -> joined("$or");
			case 5 -> betweenInTwoClauses();
			case 6 -> this.values.chance(30) ? joined("$nor") : flat().append("$or", joined("$or").get("$or"));
			case 7 -> flat().append("$and", List.of(joined(this.values.chance(50) ? "$and" : "$or"), flat()));
			default -> flat();
		};
	}

	/** Of an upsert: the new document takes its fields from the equalities. */
	Document equalities() {
		Document filter = new Document();
		if (this.values.chance(70)) {
			filter.put("_id", this.values.id());
		}
		for (String path : this.values.several(List.of("n", "name", "on", "sub.x", "edge"), 2)) {
			filter.put(path, this.values.of(path));
		}
		if (this.values.chance(20)) {
			return new Document("$and",
					filter.entrySet().stream().map((entry) -> new Document(entry.getKey(), entry.getValue())).toList());
		}
		if (this.values.chance(20)) {
			filter.put("active", new Document("$ne", true));
		}
		if (this.values.chance(20)) {
			filter.putAll(choice());
		}
		return filter;
	}

	/** Of which the new document takes nothing. */
	private Document choice() {
		List<Object> two = List.of(this.values.text(), this.values.number());
		return switch (this.values.below(4)) {
			case 0 ->
				new Document("$or", List.of(new Document("alias", two.getFirst()), new Document("n", two.getLast())));
			case 1 -> new Document("tags", new Document("$all", two));
			case 2 -> new Document("items", new Document("$elemMatch", new Document("x", two.getLast())));
			default -> new Document("alias", new Document("$in", two));
		};
	}

	private Document flat() {
		Document filter = new Document();
		for (String path : this.values.several(PATHS, this.values.chance(60) ? 1 : 3)) {
			filter.put(path, condition(path));
		}
		return filter;
	}

	private Document joined(String operator) {
		List<Document> clauses = new ArrayList<>();
		for (int i = 1 + this.values.below(3); i > 0; i--) {
			clauses.add(flat());
		}
		return new Document(operator, clauses);
	}

	private Document betweenInTwoClauses() {
		String path = this.values.oneOf(PATHS);
		return new Document("$and", List.of(new Document(path, bound(path, "$gt", "$gte")),
				new Document(path, bound(path, "$lt", "$lte"))));
	}

	private Object condition(String path) {
		return switch (this.values.below(20)) {
			case 0 ->
				new Document("$in", Stream.generate(() -> this.values.of(path)).limit(this.values.below(5)).toList());
			case 1, 2 -> new Document("$in",
					Stream.generate(() -> this.values.of(path)).limit(1 + this.values.below(4)).toList());
			case 3 -> new Document("$nin", Stream.generate(() -> this.values.of(path)).limit(2).toList());
			case 4 -> new Document("$ne", this.values.of(path));
			case 5 -> new Document("$exists", this.values.chance(50));
			case 6, 7, 8 -> bound(path, BOUNDS.toArray(String[]::new));
			case 9 -> bound(path, "$gt", "$gte").append(this.values.chance(50) ? "$lt" : "$lte", this.values.of(path));
			case 10 -> bound(path, BOUNDS.toArray(String[]::new)).append("$" + (this.values.chance(50) ? "ne" : "eq"),
					this.values.of(path));
			case 11 -> new Document("$not", this.values.chance(70) ? bound(path, BOUNDS.toArray(String[]::new))
					: new Document("$in", List.of(notNull(path), notNull(path))));
			case 12 -> new Document("$eq", this.values.of(path));
			case 13 -> path.startsWith("tags") || path.startsWith("name") ? special(path) : this.values.of(path);
			case 14 -> special(path);
			case 15 -> null;
			default -> whole(path);
		};
	}

	/** An equality, now and then with a whole document or array. */
	private Object whole(String path) {
		if (path.equals("sub")) {
			return this.values.chance(85) ? this.values.sub() : new Document();
		}
		return switch (this.values.below(40)) {
			case 0 -> new Document();
			case 1 -> this.values.item();
			case 2 -> this.values.sub();
			default -> this.values.of(path);
		};
	}

	private Document bound(String path, String... operators) {
		return new Document(this.values.oneOf(List.of(operators)), this.values.of(path));
	}

	private Object notNull(String path) {
		Object value = this.values.of(path);
		return (value != null) ? value : this.values.number();
	}

	private Object special(String path) {
		return switch (path) {
			case "name" -> Pattern.compile(this.values.oneOf(List.of("^a", "^aa", "^\u00e9", "b", "^z$", "1", "e")));
			case "tags" -> switch (this.values.below(5)) {
				case 0 -> new Document("$all", List.of(this.values.number(), this.values.number()));
				case 1 -> new Document("$size", this.values.below(4));
				case 2 -> this.values.tags();
				case 3 -> new Document("$elemMatch", bound("n", "$gt", "$gte").append("$lt", this.values.number()));
				default -> new Document("$elemMatch",
						new Document("$in", List.of(this.values.number(), this.values.number())));
			};
			default -> this.values.of(path);
		};
	}

	/** Filters on the array of documents as a whole. */
	Document elements() {
		Document wanted = new Document("x", this.values.chance(50) ? this.values.number()
				: bound("n", "$gt", "$gte").append("$lte", this.values.number()));
		if (this.values.chance(50)) {
			wanted.put("y",
					this.values.chance(50) ? this.values.text() : new Document("$exists", this.values.chance(50)));
		}
		return new Document("items", switch (this.values.below(10)) {
			case 0 -> new Document("$size", this.values.below(3));
			case 1 -> this.values.item();
			case 2 -> new Document(this.values.chance(50) ? "$eq" : "$ne", this.values.item());
			case 3 -> this.values.items();
			default -> new Document("$elemMatch", wanted);
		});
	}

	Document any() {
		return this.values.chance(8) ? elements() : filter();
	}

}
