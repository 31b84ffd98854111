package nl.kundig.mongouse;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Finds out what a command asks of MongoDB. */
final class CommandReader {

	private static final String COMMAND = "command";

	private static final String FILTER = "filter";

	private static final String EQUALITY = "equality";

	private static final String EXPRESSION = "expression";

	private static final String UPDATE = "update";

	private static final String STORED = "type stored";

	private static final String COMPARED = "type compared";

	private final Set<MongoUse> uses = new TreeSet<>();

	private CommandReader() {
	}

	static Set<MongoUse> read(BsonDocument command) {
		CommandReader reader = new CommandReader();
		reader.command(command);
		return reader.uses;
	}

	private void command(BsonDocument command) {
		String name = command.getFirstKey();
		use(COMMAND, name);
		command.forEach((key, value) -> {
			if (key.startsWith("$") || key.equals("lsid") || key.equals("txnNumber")) {
				use("option of every command", key);
			}
			else if (!key.equals(name) && asksSomething(value)) {
				use(optionOf(name), key);
			}
		});
		switch (name) {
			case "insert" -> documents(command, "documents").forEach(this::stored);
			case "find" -> {
				filter(document(command, FILTER));
				sort(document(command, "sort"));
				projection(document(command, "projection"));
			}
			case "update" -> documents(command, "updates").forEach((update) -> {
				options("update of `update`", update);
				filter(document(update, "q"));
				update(update.get("u"));
			});
			case "delete" -> documents(command, "deletes").forEach((delete) -> {
				options("delete of `delete`", delete);
				filter(document(delete, "q"));
			});
			case "findAndModify" -> {
				filter(document(command, "query"));
				sort(document(command, "sort"));
				projection(document(command, "fields"));
				update(command.get(UPDATE));
			}
			case "count", "distinct" -> filter(document(command, "query"));
			case "aggregate" -> pipeline(command.getArray("pipeline"));
			case "createIndexes" -> documents(command, "indexes").forEach(this::index);
			default -> {
				// Asks no more than its options say.
			}
		}
	}

	private void filter(BsonDocument filter) {
		filter.forEach((key, value) -> {
			if (!key.startsWith("$")) {
				path(FILTER, key);
				condition(value);
			}
			else if (key.equals("$expr")) {
				use(FILTER, key);
				expression(value);
			}
			else {
				operator(key, value);
			}
		});
	}

	/** What follows a field: operators, or the value it must equal. */
	private void condition(BsonValue value) {
		if (value.isRegularExpression()) {
			use(FILTER, "regular expression");
		}
		else if (hasOperators(value)) {
			value.asDocument().forEach(this::operator);
		}
		else {
			use(FILTER, EQUALITY);
			types(COMPARED, value);
		}
	}

	private void operator(String name, BsonValue value) {
		use(FILTER, name);
		switch (name) {
			case "$and", "$or", "$nor" -> value.asArray().forEach((part) -> filter(part.asDocument()));
			case "$not" -> condition(value);
			case "$elemMatch" -> {
				if (hasOperators(value)) {
					condition(value);
				}
				else {
					filter(value.asDocument());
				}
			}
			case "$in", "$nin", "$all" -> value.asArray().forEach((each) -> types(COMPARED, each));
			case "$exists", "$type", "$size", "$mod", "$regex", "$options" -> {
				// Their argument is no stored value.
			}
			default -> types(COMPARED, value);
		}
	}

	private void update(BsonValue update) {
		if (update == null) {
			return;
		}
		if (update.isArray()) {
			use(UPDATE, "pipeline");
			pipeline(update.asArray());
		}
		else if (hasOperators(update)) {
			update.asDocument().forEach((operator, fields) -> {
				use(UPDATE, operator);
				fields.asDocument().forEach((field, value) -> {
					path(UPDATE, field);
					change(operator, value);
				});
			});
		}
		else {
			use(UPDATE, "whole document");
			stored(update);
		}
	}

	private void change(String operator, BsonValue value) {
		if (operator.equals("$pull")) {
			if (value.isDocument() && !hasOperators(value)) {
				filter(value.asDocument());
			}
			else {
				condition(value);
			}
		}
		else if (hasOperators(value)) {
			value.asDocument().forEach((modifier, argument) -> {
				use("modifier of `" + operator + "`", modifier);
				if (modifier.equals("$each")) {
					argument.asArray().forEach(this::stored);
				}
			});
		}
		else {
			stored(value);
		}
	}

	private void pipeline(BsonArray stages) {
		stages.forEach((stage) -> stage.asDocument().forEach((name, argument) -> {
			use("stage", name);
			switch (name) {
				case "$match" -> filter(argument.asDocument());
				case "$sort" -> sort(argument.asDocument());
				case "$facet" -> argument.asDocument().values().forEach((facet) -> pipeline(facet.asArray()));
				default -> {
					if (argument.isDocument() && argument.asDocument().isArray("pipeline")) {
						pipeline(argument.asDocument().getArray("pipeline"));
					}
					expression(argument);
				}
			}
		}));
	}

	/** Accumulators too: both are a name with a dollar sign. */
	private void expression(BsonValue value) {
		if (value.isDocument()) {
			value.asDocument().forEach((key, argument) -> {
				if (key.startsWith("$")) {
					use(EXPRESSION, key);
				}
				// A stage's own pipeline has been read as stages.
				if (!key.equals("pipeline")) {
					expression(argument);
				}
			});
		}
		else if (value.isArray()) {
			value.asArray().forEach(this::expression);
		}
		else if (value instanceof BsonString text && text.getValue().startsWith("$")) {
			use(EXPRESSION, text.getValue().startsWith("$$") ? text.getValue() : "$field");
		}
	}

	private void index(BsonDocument index) {
		options("option of an index", index);
		BsonDocument key = index.getDocument("key");
		key.forEach((field, direction) -> {
			path("key of an index", field);
			use("key of an index", direction.isNumber() ? String.valueOf(direction.asNumber().intValue())
					: direction.asString().getValue());
		});
		if (key.size() > 1) {
			use("key of an index", "more than one field");
		}
	}

	private void sort(BsonDocument sort) {
		sort.forEach((field, direction) -> {
			path("sort", field);
			use("sort", direction.isNumber() ? String.valueOf(direction.asNumber().intValue()) : operatorOf(direction));
		});
		if (sort.size() > 1) {
			use("sort", "more than one field");
		}
	}

	private void projection(BsonDocument projection) {
		projection.forEach((field, value) -> {
			path("projection", field);
			use("projection", (value.isNumber() || value.isBoolean()) ? "field" : operatorOf(value));
		});
	}

	/** Names that mean more than a field: paths, array positions. */
	private void path(String where, String path) {
		for (String step : path.split("\\.")) {
			if (step.startsWith("$")) {
				use(where, step.startsWith("$[") && !step.equals("$[]") ? "a.$[b]" : "a." + step);
			}
		}
		if (path.contains(".")) {
			use(where, "a.b");
		}
	}

	private void stored(BsonValue value) {
		types(STORED, value);
	}

	private void types(String where, BsonValue value) {
		String type = value.getBsonType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		use(where, value.isBinary() ? type + " " + value.asBinary().getType() : type);
		if (value.isDocument()) {
			value.asDocument().forEach((key, each) -> {
				if (key.isEmpty() || key.contains(".") || key.startsWith("$")) {
					use(where, "document with odd names");
				}
				types(where, each);
			});
		}
		else if (value.isArray()) {
			value.asArray().forEach((each) -> types(where, each));
		}
	}

	private void options(String where, BsonDocument document) {
		document.forEach((key, value) -> {
			if (asksSomething(value)) {
				use(where, key);
			}
		});
	}

	private void use(String where, String what) {
		this.uses.add(new MongoUse(where, what));
	}

	private static String optionOf(String command) {
		return "option of `" + command + "`";
	}

	/** The driver spells some defaults out. */
	private static boolean asksSomething(BsonValue value) {
		return !value.isNull() && !(value.isBoolean() && !value.asBoolean().getValue());
	}

	private static boolean hasOperators(BsonValue value) {
		return value.isDocument() && !value.asDocument().isEmpty() && value.asDocument().getFirstKey().startsWith("$");
	}

	private static String operatorOf(BsonValue value) {
		return hasOperators(value) ? value.asDocument().getFirstKey() : "computed";
	}

	private static BsonDocument document(BsonDocument parent, String key) {
		BsonValue value = parent.get(key, BsonNull.VALUE);
		return value.isDocument() ? value.asDocument() : new BsonDocument();
	}

	private static Iterable<BsonDocument> documents(BsonDocument parent, String key) {
		return parent.getArray(key).stream().map(BsonValue::asDocument).toList();
	}

}
