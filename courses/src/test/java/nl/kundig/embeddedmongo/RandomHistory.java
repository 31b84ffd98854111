package nl.kundig.embeddedmongo;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.bson.Document;

/**
 * One operation after the other, the same for the same seed as long as the answers are.
 */
final class RandomHistory {

	private static final int FULL = 32;

	private static final int INDEXES = 5;

	private static final List<Document> KEYS = List.of(new Document("n", 1), new Document("n", -1),
			new Document("name", 1), new Document("on", -1), new Document("edge", 1), new Document("tags", 1),
			new Document("tags", -1), new Document("items.x", 1), new Document("items.x", 1).append("items.y", -1),
			new Document("sub.x", 1), new Document("sub", 1), new Document("n", 1).append("name", -1),
			new Document("name", 1).append("n", 1), new Document("n", -1).append("on", 1).append("edge", -1),
			new Document("name", 1).append("tags", 1), new Document("tags", 1).append("n", -1),
			new Document("items.y", 1).append("n", 1), new Document("sub.y", -1).append("sub.x", 1),
			new Document("active", 1).append("n", 1), new Document("tags", 1).append("items.x", 1),
			new Document("n", 1).append("_id", 1), new Document("_id", -1).append("name", 1),
			new Document("edge", -1).append("tags", -1));

	private static final List<Document> PARTIAL = List.of(new Document("active", true),
			new Document("n", new Document("$gt", 4)), new Document("name", new Document("$exists", true)),
			new Document("active", true).append("n", new Document("$gte", 0)));

	private static final List<String> SORTS = List.of("n", "name", "on", "edge", "tags", "items.x", "items.y", "sub.x",
			"sub.y", "active", "_id", "sub");

	private final RandomValues values;

	private final RandomFilters filters;

	private final RandomUpdates updates;

	RandomHistory(long seed) {
		this.values = new RandomValues(new Random(seed));
		this.filters = new RandomFilters(this.values);
		this.updates = new RandomUpdates(this.values);
	}

	Operation next(NaiveStore store) {
		if (store.documents().size() > FULL) {
			return new Delete(true, new Document("n", new Document("$lt", this.values.below(20))));
		}
		if (!store.exists() && this.values.chance(40)) {
			return Indexing.drop("none_1");
		}
		int dice = this.values.below(100);
		if (dice < 10 || store.documents().size() < 6) {
			return new Insert(this.values.document());
		}
		if (dice < 25) {
			return bulk(this.values.chance(30));
		}
		if (dice < 50) {
			return find();
		}
		if (dice < 55) {
			return new Count(this.filters.any(), this.values.chance(20) ? this.values.below(5) : 0,
					this.values.chance(20) ? 1 + this.values.below(5) : 0);
		}
		if (dice < 59) {
			return new Distinct(this.values.oneOf(List.of("n", "name", "tags", "sub.x", "on", "active", "items.y")),
					this.filters.any());
		}
		if (dice < 77) {
			return update();
		}
		if (dice < 88) {
			return findAndModify();
		}
		if (dice < 92) {
			return new Delete(false, this.filters.any());
		}
		if (dice < 93) {
			return new Delete(true, this.filters.any());
		}
		return indexing(store);
	}

	private Operation find() {
		boolean paged = this.values.chance(40);
		return new Find(this.filters.any(), sort(this.values.chance(50)),
				paged && this.values.chance(50) ? this.values.below(8) : 0, paged ? 1 + this.values.below(12) : 0,
				projection(20));
	}

	/** Total when it ends with the id; a tie otherwise leaves the order open. */
	private Document sort(boolean total) {
		Document sort = new Document();
		if (this.values.chance(70)) {
			for (String path : this.values.several(SORTS, 2)) {
				sort.put(path, this.values.chance(50) ? 1 : -1);
			}
		}
		if (total) {
			sort.putIfAbsent("_id", this.values.chance(70) ? 1 : -1);
		}
		return sort;
	}

	private Document projection(int percent) {
		Document projection = new Document();
		if (this.values.chance(percent)) {
			int shown = this.values.below(2);
			this.values.several(List.of("n", "name", "tags", "items.x", "sub.x", "on", "sub.y"), 3)
				.stream()
				.sorted()
				.forEach((path) -> projection.put(path, shown));
			if (this.values.chance(30)) {
				projection.put("_id", 0);
			}
		}
		return projection;
	}

	private Operation update() {
		return switch (this.values.below(10)) {
			case 0 -> upsert();
			case 1 -> new Update(false, one(), this.updates.replacement(this.values.chance(30)), false);
			case 2, 3, 4 -> new Update(true, this.filters.any(), this.updates.update(), false);
			case 5, 6 -> new Update(false, this.filters.any(), this.updates.update(), false);
			default -> new Update(false, one(), this.updates.update(), false);
		};
	}

	private Document one() {
		return this.values.chance(80) ? new Document("_id", this.values.id()) : this.filters.any();
	}

	private Update upsert() {
		Document filter = this.filters.equalities();
		boolean replacement = this.values.chance(30);
		return new Update(!replacement && this.values.chance(30), filter, replacement
				? this.updates.replacement(!BsonOrder.written(filter).contains("_id")) : this.updates.upsert(filter),
				true);
	}

	private Operation findAndModify() {
		Document sort = this.values.chance(70) ? sort(true) : new Document();
		boolean after = this.values.chance(50);
		Document projection = projection(15);
		return switch (this.values.below(6)) {
			case 0 -> {
				Update upsert = upsert();
				yield new FindAndModify(upsert.filter(), sort, upsert.update(), true, after, projection);
			}
			case 1 ->
				new FindAndModify(this.filters.any(), sort, this.updates.replacement(false), false, after, projection);
			case 2 -> new FindAndModify(this.filters.any(), sort, null, false, false, projection);
			default -> new FindAndModify(this.filters.any(), sort, this.updates.update(), false, after, projection);
		};
	}

	private Operation bulk(boolean insertsOnly) {
		List<Operation> steps = IntStream.range(0, 1 + this.values.below(6))
			.mapToObj((_) -> step(insertsOnly))
			.toList();
		return new Bulk(steps, this.values.chance(50));
	}

	private Operation step(boolean insertsOnly) {
		if (insertsOnly || this.values.chance(40)) {
			return new Insert(this.values.document());
		}
		Document id = new Document("_id", this.values.id());
		return switch (this.values.below(5)) {
			case 0 -> new Delete(this.values.chance(30), id);
			case 1 -> new Update(false, id, this.updates.replacement(false), this.values.chance(50));
			case 2 -> new Update(true, this.filters.filter(), this.updates.update(), false);
			default -> new Update(false, id, this.updates.update(), false);
		};
	}

	private Operation indexing(NaiveStore store) {
		if (this.values.chance(4)) {
			return Indexing.dropCollection();
		}
		if (!store.indexes().isEmpty() && (store.indexes().size() >= INDEXES || this.values.chance(30))) {
			return Indexing.drop(this.values.chance(95) ? this.values.oneOf(store.indexes()).name() : "none_1");
		}
		int kind = this.values.below(10);
		return Indexing.create(new IndexSpec(this.values.oneOf(KEYS), this.values.chance(30), kind < 2,
				(kind == 2 || kind == 3) ? this.values.oneOf(PARTIAL) : null));
	}

}
