package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongBinaryOperator;

import org.bson.Document;

/** An update or a replacement, worked out on a copy of the document. */
final class NaiveUpdate {

	private static final Set<String> ARITHMETIC = Set.of("$inc", "$mul");

	/** Near the limit of whole numbers. */
	private static final double LARGE = 1e18;

	private final Document document;

	private final boolean inserting;

	private NaiveUpdate(Document document, boolean inserting) {
		this.document = document;
		this.inserting = inserting;
	}

	static Document updated(Document before, Document update, boolean inserting) {
		if (isConflict(update)) {
			throw new Refused(40);
		}
		Set<Integer> codes = new HashSet<>();
		NaiveUpdate work = new NaiveUpdate((Document) copy(before), inserting);
		update.forEach((operator, fields) -> ((Document) fields).forEach((path, operand) -> {
			try {
				if (path.equals("_id") && !inserting) {
					work.refuseOtherId(operator, operand);
				}
				else {
					work.update(operator, path, operand);
				}
			}
			catch (Refused ex) {
				codes.addAll(ex.codes());
			}
		}));
		if (!codes.isEmpty()) {
			throw new Refused(codes);
		}
		Restriction.when(BsonOrder.same(before, work.document) && !BsonOrder.identical(before, work.document),
				Restriction.SAME_NUMBER_OTHER_TYPE);
		return work.document;
	}

	static Document replaced(Document before, Document replacement) {
		Object id = NaivePaths.field(before, "_id");
		if (replacement.containsKey("_id") && id != BsonOrder.MISSING && !BsonOrder.same(id, replacement.get("_id"))) {
			throw new Refused(66);
		}
		Document after = new Document();
		after.put("_id", (id != BsonOrder.MISSING) ? id : replacement.get("_id"));
		after.putAll((Document) copy(replacement));
		return after;
	}

	static Object copy(Object value) {
		return switch (value) {
			case Document document -> {
				Document copy = new Document();
				document.forEach((key, element) -> copy.put(key, copy(element)));
				yield copy;
			}
			case List<?> list -> {
				List<Object> copy = new ArrayList<>();
				list.forEach((element) -> copy.add(copy(element)));
				yield copy;
			}
			case null, default -> value;
		};
	}

	/** Whether MongoDB refuses it before it looks for a document. */
	static boolean isUnsound(Document update) {
		boolean addsText = update.get("$inc") instanceof Document added
				&& !added.values().stream().allMatch(Number.class::isInstance);
		return isConflict(update) || addsText;
	}

	/** Whether it names a path twice, or one within another. */
	static boolean isConflict(Document update) {
		if (!NaiveMatcher.isOperators(update)) {
			return false;
		}
		List<String> paths = new ArrayList<>();
		update.values().forEach((fields) -> paths.addAll(((Document) fields).keySet()));
		return paths.stream()
			.anyMatch((path) -> paths.stream().filter((other) -> (other + ".").startsWith(path + ".")).count() > 1);
	}

	private void refuseOtherId(String operator, Object operand) {
		if (operator.equals("$setOnInsert")) {
			return;
		}
		if (!operator.equals("$set") || !BsonOrder.same(operand, this.document.get("_id"))) {
			throw new Refused(66);
		}
	}

	private void update(String operator, String path, Object operand) {
		if (operator.equals("$setOnInsert") && !this.inserting) {
			return;
		}
		Object old = read(path, operator);
		switch (operator) {
			case "$set", "$setOnInsert" -> set(path, old, operand);
			case "$unset" -> unset(path, old);
			case "$inc" -> write(path, plus(number(old, operand), (Number) operand));
			case "$mul" -> write(path, times(number(old, operand), (Number) operand));
			case "$min" -> setWhen(old == BsonOrder.MISSING || BsonOrder.compare(operand, old) < 0, path, operand);
			case "$max" -> setWhen(old == BsonOrder.MISSING || BsonOrder.compare(operand, old) > 0, path, operand);
			case "$push" -> push(path, array(old), operand);
			case "$addToSet" -> addToSet(path, old, operand);
			case "$pull" -> pull(path, old, operand);
			case "$rename" -> rename(path, old, (String) operand);
			default -> throw new IllegalArgumentException("no such operator in these histories: " + operator);
		}
	}

	private void set(String path, Object old, Object value) {
		Restriction.when(BsonOrder.same(old, value) && !BsonOrder.identical(old, value),
				Restriction.SAME_NUMBER_OTHER_TYPE);
		write(path, copy(value));
	}

	private void setWhen(boolean better, String path, Object value) {
		if (better) {
			write(path, copy(value));
		}
	}

	private void unset(String path, Object old) {
		if (old == BsonOrder.MISSING) {
			return;
		}
		List<String> parts = NaivePaths.parts(path);
		switch (parent(parts)) {
			case Document document -> document.remove(parts.getLast());
			case List<?> _ -> write(path, null);
			default -> throw new IllegalStateException(path);
		}
	}

	private Number number(Object old, Object operand) {
		if (!(operand instanceof Number)) {
			throw new Refused(14);
		}
		Restriction.when(old == null && this.inserting, Restriction.UPSERT_FROM_BAD_NUMBER);
		if (old == BsonOrder.MISSING) {
			return 0;
		}
		if (old instanceof Number number) {
			return number;
		}
		throw new Refused(14);
	}

	private Number plus(Number one, Number other) {
		return calculated(one, other, one.doubleValue() + other.doubleValue(), Math::addExact);
	}

	private Number times(Number one, Number other) {
		return calculated(one, other, one.doubleValue() * other.doubleValue(), Math::multiplyExact);
	}

	private Number calculated(Number one, Number other, double broken, LongBinaryOperator exactly) {
		if (one instanceof Double || other instanceof Double) {
			Restriction.when(Double.isNaN(broken), Restriction.NOT_A_NUMBER);
			return broken;
		}
		long whole;
		try {
			whole = exactly.applyAsLong(one.longValue(), other.longValue());
		}
		catch (ArithmeticException _) {
			Restriction.when(this.inserting, Restriction.UPSERT_FROM_BAD_NUMBER);
			throw new Refused(2);
		}
		Restriction.when(Math.abs(broken) > LARGE, Restriction.NUMBERS_NEAR_THE_LIMIT);
		boolean small = one instanceof Integer && other instanceof Integer && whole == (int) whole;
		return small ? (Number) (int) whole : (Number) whole;
	}

	private static List<Object> array(Object old) {
		Restriction.when(old == null, Restriction.ARRAY_UPDATE_OF_NULL);
		if (old == BsonOrder.MISSING) {
			return new ArrayList<>();
		}
		if (old instanceof List<?> list) {
			return new ArrayList<>(list);
		}
		throw new Refused(2);
	}

	private void push(String path, List<Object> array, Object operand) {
		if (operand instanceof Document modifiers && modifiers.containsKey("$each")) {
			int position = Math.min(array.size(), modifiers.getInteger("$position", array.size()));
			array.addAll(position, modifiers.getList("$each", Object.class));
			int slice = modifiers.getInteger("$slice", array.size());
			int from = (slice < 0) ? Math.max(0, array.size() + slice) : 0;
			int to = (slice < 0) ? array.size() : Math.min(slice, array.size());
			write(path, copy(array.subList(from, to)));
		}
		else {
			array.add(copy(operand));
			write(path, array);
		}
	}

	private void addToSet(String path, Object old, Object operand) {
		List<Object> array = array(old);
		List<?> added = (operand instanceof Document modifiers && modifiers.containsKey("$each"))
				? modifiers.getList("$each", Object.class) : List.of(operand);
		for (Object element : added) {
			if (array.stream().noneMatch((one) -> BsonOrder.same(one, element))) {
				array.add(copy(element));
			}
		}
		write(path, array);
	}

	private void pull(String path, Object old, Object condition) {
		if (old == BsonOrder.MISSING) {
			return;
		}
		List<Object> array = array(old);
		array.removeIf((element) -> NaiveMatcher.matchesValue(element, condition));
		write(path, array);
	}

	private void rename(String path, Object old, String target) {
		List<String> parts = NaivePaths.parts(path);
		if (old == BsonOrder.MISSING) {
			Object parent = NaivePaths.value(this.document, parts.subList(0, parts.size() - 1));
			if (parent == BsonOrder.MISSING || parent instanceof Document) {
				return;
			}
			throw new Refused(28);
		}
		Object replaced = read(target, "$rename");
		Restriction.when(replaced != BsonOrder.MISSING && target.contains("."), Restriction.RENAME_ONTO_FIELD);
		unset(path, old);
		unset(target, replaced);
		write(target, old);
	}

	/** The value at the path, where a number leads into an array and a name does not. */
	private Object read(String path, String operator) {
		Object at = this.document;
		boolean inArray = false;
		for (String part : NaivePaths.parts(path)) {
			Restriction.when(at == null && inArray, Restriction.UPDATE_OF_NULL_IN_ARRAY);
			inArray |= at instanceof List<?>;
			if (at instanceof List<?> list && !isNumber(part)) {
				Restriction.when(!operator.startsWith("$set"), Restriction.UPDATE_THROUGH_ARRAY);
				if (operator.equals("$unset")) {
					return BsonOrder.MISSING;
				}
				throw new Refused(28);
			}
			at = step(at, part);
		}
		Restriction.when(at == null && inArray && ARITHMETIC.contains(operator), Restriction.UPDATE_OF_NULL_IN_ARRAY);
		return at;
	}

	private void write(String path, Object value) {
		List<String> parts = NaivePaths.parts(path);
		put(parent(parts), parts.getLast(), value);
	}

	private Object parent(List<String> parts) {
		Object at = this.document;
		for (String part : parts.subList(0, parts.size() - 1)) {
			Object next = step(at, part);
			if (next == BsonOrder.MISSING) {
				next = new Document();
				put(at, part, next);
			}
			at = next;
		}
		return at;
	}

	private static Object step(Object at, String part) {
		if (at instanceof List<?> list && isNumber(part)) {
			int position = Integer.parseInt(part);
			return (position < list.size()) ? list.get(position) : BsonOrder.MISSING;
		}
		return (at instanceof Document document) ? NaivePaths.field(document, part) : BsonOrder.MISSING;
	}

	private static boolean isNumber(String part) {
		return part.chars().allMatch(Character::isDigit);
	}

	@SuppressWarnings("unchecked")
	private static void put(Object parent, String part, Object value) {
		if (parent instanceof Document document) {
			document.put(part, value);
		}
		else if (parent instanceof List<?> list && isNumber(part)) {
			List<Object> elements = (List<Object>) list;
			while (elements.size() <= Integer.parseInt(part)) {
				elements.add(null);
			}
			elements.set(Integer.parseInt(part), value);
		}
		else {
			throw new Refused(28);
		}
	}

}
