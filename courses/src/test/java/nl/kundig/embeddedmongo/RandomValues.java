package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.random.RandomGenerator;

import org.bson.Document;

/**
 * Few values of many types, so that they meet: as numbers, in arrays and in unique keys.
 */
final class RandomValues {

	private static final List<String> TEXTS = List.of("", "a", "aa", "ab", "b", "z", "Z", "\u00e9", "\u00e9\u00e9n",
			"\u00df", "\u00c4", "\u65e5\u672c", "\ud83d\ude00", "\ud83d\ude00a", "a\u0000b", "a ", "c");

	private static final List<Object> EDGES = List.of(1L << 53, (1L << 53) + 1, (1L << 53) - 1, (double) (1L << 53),
			-(1L << 53) - 1, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Integer.MIN_VALUE, Integer.MIN_VALUE - 1L,
			Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 1e-300, -1e-300, Double.MIN_VALUE, 0.1,
			-0.0, 0, 0L, 255, 256, -1, -256);

	private final RandomGenerator random;

	RandomValues(RandomGenerator random) {
		this.random = random;
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	<T> T oneOf(List<T> some) {
		return some.get(below(some.size()));
	}

	<T> List<T> several(List<T> some, int most) {
		List<T> rest = new ArrayList<>(some);
		List<T> chosen = new ArrayList<>();
		for (int i = 1 + below(most); i > 0 && !rest.isEmpty(); i--) {
			chosen.add(rest.remove(below(rest.size())));
		}
		return chosen;
	}

	Object id() {
		return switch (below(12)) {
			case 0 -> "k" + below(8);
			case 1 -> new Document("a", below(5));
			case 2 -> new Document("a", below(3)).append("b", text());
			case 3 -> below(8) + 0.5;
			case 4 -> 100L + below(8);
			case 5 -> date();
			default -> below(40);
		};
	}

	Object number() {
		int number = below(24) - 3;
		return switch (below(8)) {
			case 0 -> (long) number;
			case 1 -> (double) number;
			case 2 -> number + 0.5;
			default -> number;
		};
	}

	String text() {
		return oneOf(TEXTS);
	}

	Date date() {
		return new Date(1_700_000_000_000L + below(9) * 86_400_000L - (chance(10) ? 1_800_000_000_000L : 0));
	}

	Object scalar() {
		return switch (below(10)) {
			case 0, 1, 2 -> text();
			case 3 -> date();
			case 4 -> chance(50);
			case 5 -> null;
			default -> number();
		};
	}

	Document item() {
		Document item = new Document();
		if (!chance(15)) {
			item.put("x", chance(10) ? null : number());
		}
		if (!chance(30)) {
			item.put("y", text());
		}
		return item;
	}

	Document sub() {
		return new Document("x", number()).append("y", text());
	}

	List<Object> tags() {
		List<Object> tags = new ArrayList<>();
		for (int i = below(5); i > 0; i--) {
			tags.add(chance(60) ? number() : scalar());
		}
		return tags;
	}

	List<Object> items() {
		List<Object> items = new ArrayList<>();
		for (int i = chance(5) ? 0 : 1 + below(3); i > 0; i--) {
			items.add(chance(4) ? scalar() : item());
		}
		return items;
	}

	/** What such a field mostly holds, and sometimes something else. */
	Object of(String path) {
		if (chance(8)) {
			return null;
		}
		return switch (path) {
			case "_id" -> id();
			case "n", "sub.x", "items.x", "items.0.x" -> chance(95) ? number() : text();
			case "edge" -> oneOf(EDGES);
			case "name", "alias", "sub.y", "items.y" -> chance(90) ? text() : number();
			case "on" -> date();
			case "active" -> chance(50);
			case "tags", "tags.0", "tags.1" -> scalar();
			default -> chance(80) ? sub() : scalar();
		};
	}

	/** The same, but arrays where arrays belong. */
	Object stored(String field) {
		return switch (field) {
			case "tags" -> chance(80) ? tags() : scalar();
			case "items" -> items();
			default -> of(field);
		};
	}

	Document document() {
		Document document = new Document("_id", id());
		for (String field : List.of("n", "edge", "name", "on", "active", "tags", "items", "sub")) {
			if (!chance(25)) {
				document.put(field, stored(field));
			}
		}
		return document;
	}

}
