package nl.kundig.embeddedmongo;

import java.util.List;
import java.util.Set;

import org.bson.Document;

/** Updates: up to three fields, in the order of their names. */
final class RandomUpdates {

	private static final List<String> PATHS = List.of("n", "n", "edge", "name", "on", "active", "tags", "tags", "items",
			"items", "sub", "sub.x", "sub.y", "tags.0", "tags.1", "items.0.x", "items.x", "other.deep", "alias");

	private final RandomValues values;

	RandomUpdates(RandomValues values) {
		this.values = values;
	}

	Document update() {
		if (this.values.chance(3)) {
			return contradicting();
		}
		if (this.values.chance(4)) {
			return new Document("$rename", this.values.chance(50) ? new Document("name", "alias")
					: this.values.chance(50) ? new Document("alias", "name") : new Document("sub.y", "sub.z"));
		}
		if (this.values.chance(3)) {
			return new Document(this.values.chance(70) ? "$set" : "$inc", new Document("_id", this.values.below(40)));
		}
		Document update = new Document();
		String last = "";
		for (String path : this.values.several(PATHS, 3).stream().distinct().sorted().toList()) {
			if (isWithin(path, last)) {
				continue;
			}
			String operator = operator(path);
			if (!update.isEmpty() && this.values.chance(50)) {
				operator = "$set";
			}
			if (update.containsKey(operator) && !List.copyOf(update.keySet()).getLast().equals(operator)) {
				continue;
			}
			((Document) update.computeIfAbsent(operator, (_) -> new Document())).put(path, operand(operator, path));
			last = path;
		}
		return update;
	}

	/** Of an upsert: with an id of its own when the filter gives none. */
	Document upsert(Document filter) {
		Document update = new Document();
		if (!BsonOrder.written(filter).contains("_id")) {
			update.put("$setOnInsert", new Document("_id", this.values.id()));
		}
		else if (this.values.chance(30)) {
			update.put("$setOnInsert", new Document("alias", this.values.text()));
		}
		Document rest = update();
		if (rest.containsKey("$rename") || BsonOrder.written(rest).contains("_id")) {
			rest = new Document("$set", new Document("n", this.values.number()));
		}
		update.putAll(rest);
		return update;
	}

	Document replacement(boolean withId) {
		Document replacement = this.values.document();
		if (!withId) {
			replacement.remove("_id");
		}
		return replacement;
	}

	private Document contradicting() {
		return this.values.chance(50)
				? new Document("$set", new Document("n", 1)).append("$inc", new Document("n", this.values.number()))
				: new Document("$set", new Document("sub", this.values.sub()).append("sub.x", this.values.number()));
	}

	private static boolean isWithin(String path, String other) {
		return !other.isEmpty() && path.startsWith(other + ".");
	}

	private String operator(String path) {
		return this.values.oneOf(switch (path) {
			case "n", "sub.x", "items.0.x" -> List.of("$set", "$inc", "$inc", "$mul", "$min", "$max", "$unset");
			case "tags" -> List.of("$set", "$push", "$push", "$pull", "$addToSet", "$unset", "$inc");
			case "items" -> List.of("$set", "$push", "$pull", "$addToSet", "$unset");
			case "name", "on", "active", "sub.y" ->
				List.of("$set", "$set", "$min", "$max", "$unset", "$inc", "$push", "$addToSet");
			case "edge" -> List.of("$set", "$set", "$min", "$max", "$unset", "$inc", "$mul");
			case "items.x" -> List.of("$set", "$inc", "$unset", "$max");
			case "sub", "other.deep" -> List.of("$set");
			default -> List.of("$set", "$set", "$min", "$max", "$unset");
		});
	}

	private Object operand(String operator, String path) {
		if (path.equals("edge") && Set.of("$inc", "$mul").contains(operator) && this.values.chance(30)) {
			return this.values.oneOf(List.of(Long.MAX_VALUE, Long.MIN_VALUE, 0.5, 1L << 62));
		}
		return switch (operator) {
			case "$inc" -> this.values.chance(97) ? this.values.number() : this.values.text();
			case "$mul" -> this.values.oneOf(List.of(0, 1, -1, 2L, 0.5, -2));
			case "$unset" -> "";
			case "$min", "$max" -> this.values.of(path);
			case "$push" -> this.values.chance(50) ? element(path) : modifiers(path);
			case "$addToSet" ->
				this.values.chance(70) ? element(path) : new Document("$each", List.of(element(path), element(path)));
			case "$pull" -> pulled(path);
			default -> this.values.stored(path);
		};
	}

	private Object element(String path) {
		return path.equals("items") ? this.values.item().append("z", 1) : notNull(this.values.scalar());
	}

	private Document modifiers(String path) {
		Document modifiers = new Document("$each", List.of(element(path), element(path)));
		if (this.values.chance(40)) {
			modifiers.put("$position", this.values.below(3));
		}
		if (this.values.chance(60)) {
			modifiers.put("$slice", this.values.chance(50) ? 3 : -3);
		}
		return modifiers;
	}

	private Object pulled(String path) {
		Object wanted = this.values.chance(50) ? this.values.number()
				: new Document(this.values.chance(50) ? "$gte" : "$lt", this.values.number());
		return path.equals("items") ? new Document("x", wanted) : wanted;
	}

	private Object notNull(Object value) {
		return (value != null) ? value : this.values.number();
	}

}
