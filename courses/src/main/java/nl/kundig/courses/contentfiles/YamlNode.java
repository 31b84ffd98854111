package nl.kundig.courses.contentfiles;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file that knows its place. YAML is read as a tree and never turned
 * into objects, so that every mistake has a line and no file can name a class.
 */
final class YamlNode {

	private static final int MOST_CHARACTERS = 200_000;

	private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	private static final Pattern HTML = Pattern.compile("<[a-zA-Z/!?]");

	private final String file;

	private final String name;

	private final Node node;

	private final Map<String, YamlNode> values;

	private YamlNode(String file, String name, Node node) {
		this.file = file;
		this.name = name;
		this.node = node;
		this.values = (node instanceof MappingNode mapping) ? values(mapping) : Map.of();
	}

	static YamlNode parse(ContentFile file) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(MOST_CHARACTERS);
		Yaml yaml = new Yaml(new SafeConstructor(options));
		String text = file.text();
		try {
			for (Event event : yaml.parse(new StringReader(text))) {
				checkPlain(file, event);
			}
			Node root = yaml.compose(new StringReader(text));
			if (root == null) {
				throw new ContentMistake(file.path(), 1, "is empty");
			}
			return new YamlNode(file.path(), "", root);
		}
		catch (MarkedYAMLException ex) {
			throw new ContentMistake(file.path(), line(ex.getProblemMark()), "is no YAML: " + ex.getProblem());
		}
		catch (YAMLException ex) {
			throw new ContentMistake(file.path(), 1, "is no YAML: " + ex.getMessage());
		}
	}

	/**
	 * Anchors can make a small file endless, and tags can ask for classes; content needs
	 * neither.
	 */
	private static void checkPlain(ContentFile file, Event event) {
		if (event instanceof AliasEvent || (event instanceof NodeEvent named && named.getAnchor() != null)) {
			throw new ContentMistake(file.path(), line(event.getStartMark()), "anchors (& and *) are not allowed");
		}
	}

	private static int line(@Nullable Mark mark) {
		return (mark != null) ? mark.getLine() + 1 : 1;
	}

	private Map<String, YamlNode> values(MappingNode mapping) {
		Map<String, YamlNode> found = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			YamlNode key = new YamlNode(this.file, "", tuple.getKeyNode());
			if (found.put(key.text(), new YamlNode(this.file, key.text(), tuple.getValueNode())) != null) {
				throw key.mistake("key " + key.text() + " is there twice");
			}
		}
		return found;
	}

	int line() {
		return line(this.node.getStartMark());
	}

	/** A mistake at this place. */
	ContentMistake mistake(String reason) {
		return mistake(line(), reason);
	}

	private ContentMistake mistake(int line, String reason) {
		return new ContentMistake(this.file, line, this.name.isEmpty() ? reason : this.name + ": " + reason);
	}

	// Mappings

	/** It is a mapping, and these are all the keys it may have. */
	void allow(String... keys) {
		if (!(this.node instanceof MappingNode mapping)) {
			throw mistake("must have keys and values");
		}
		Set<String> known = Set.of(keys);
		for (NodeTuple tuple : mapping.getValue()) {
			YamlNode key = new YamlNode(this.file, "", tuple.getKeyNode());
			if (!known.contains(key.text())) {
				throw key.mistake("unknown key " + key.text());
			}
		}
	}

	YamlNode get(String key) {
		YamlNode found = this.values.get(key);
		if (found == null) {
			throw mistake("missing key " + key);
		}
		return found;
	}

	@Nullable YamlNode find(String key) {
		return this.values.get(key);
	}

	String text(String key) {
		return get(key).text();
	}

	@Nullable String textOrNull(String key) {
		YamlNode found = find(key);
		return (found != null) ? found.text() : null;
	}

	@Nullable LocalDate dateOrNull(String key) {
		YamlNode found = find(key);
		return (found != null) ? found.date() : null;
	}

	boolean truth(String key, boolean otherwise) {
		YamlNode found = find(key);
		return (found != null) ? found.truth() : otherwise;
	}

	/**
	 * A list, read item by item; no item twice, and when at least one is asked for the
	 * key must be there.
	 */
	<T> List<T> list(String key, int fewest, int most, Function<YamlNode, T> reader) {
		if (fewest == 0 && find(key) == null) {
			return List.of();
		}
		YamlNode list = get(key);
		List<YamlNode> items = list.items();
		if (items.size() < fewest || items.size() > most) {
			throw list.mistake("there are " + items.size() + ", there must be "
					+ ((most == Integer.MAX_VALUE) ? "at least " + fewest : fewest + " to " + most));
		}
		Set<T> read = new HashSet<>();
		Set<String> ids = new HashSet<>();
		List<T> things = new ArrayList<>();
		for (YamlNode item : items) {
			YamlNode id = item.find("id");
			if (id != null && !ids.add(id.id())) {
				throw id.mistake(id.id() + " is there twice");
			}
			T thing = reader.apply(item);
			if (!read.add(thing)) {
				throw item.mistake("is there twice");
			}
			things.add(thing);
		}
		return List.copyOf(things);
	}

	<T> List<T> list(String key, int fewest, Function<YamlNode, T> reader) {
		return list(key, fewest, Integer.MAX_VALUE, reader);
	}

	<E extends Enum<E>> List<E> codes(String key, int fewest, Class<E> vocabulary) {
		return list(key, fewest, (item) -> item.code(vocabulary));
	}

	/** The items of the list under the key; none when there is no such key. */
	List<YamlNode> items(String key) {
		YamlNode list = find(key);
		return (list != null) ? list.items() : List.of();
	}

	// Lists

	List<YamlNode> items() {
		if (!(this.node instanceof SequenceNode sequence)) {
			throw mistake("must be a list");
		}
		return sequence.getValue().stream().map((item) -> new YamlNode(this.file, this.name, item)).toList();
	}

	// Scalars

	/** A text on one or more lines, without blanks around it. */
	String text() {
		ScalarNode scalar = scalar();
		String text = scalar.getValue().strip();
		if (text.isEmpty()) {
			throw mistake("must not be blank");
		}
		if (!scalar.getTag().equals(Tag.STR) && !DIGITS.matcher(text).matches()) {
			throw mistake("must be a text; put it between quotes");
		}
		return text;
	}

	/** A Markdown text without what pages do not show: titles, HTML and images. */
	String markdown() {
		String text = text();
		int line = line() + ((scalar().getScalarStyle() == ScalarStyle.LITERAL) ? 1 : 0);
		for (String written : scalar().getValue().split("\n", -1)) {
			if (written.startsWith("# ")) {
				throw mistake(line, "headings start with ## or ###");
			}
			if (HTML.matcher(written).find()) {
				throw mistake(line, "HTML is not allowed");
			}
			if (written.contains("![")) {
				throw mistake(line, "images are not allowed");
			}
			line += (scalar().getScalarStyle() == ScalarStyle.LITERAL) ? 1 : 0;
		}
		return text;
	}

	String id() {
		String id = text();
		if (!ID.matcher(id).matches()) {
			throw mistake(id + " is no id: lower-case letters, digits and single hyphens");
		}
		return id;
	}

	int number(int least, int most) {
		String digits = scalar().getValue();
		if (!scalar().getTag().equals(Tag.INT) || !DIGITS.matcher(digits).matches() || digits.length() > 9) {
			throw mistake("must be a whole number");
		}
		int number = Integer.parseInt(digits);
		if (number < least || number > most) {
			throw mistake(number + " is not between " + least + " and " + most);
		}
		return number;
	}

	boolean truth() {
		return switch (scalar().getValue()) {
			case "true" -> true;
			case "false" -> false;
			default -> throw mistake("must be true or false");
		};
	}

	LocalDate date() {
		try {
			return LocalDate.parse(scalar().getValue());
		}
		catch (DateTimeException ex) {
			throw mistake("must be a date like 2026-11-23");
		}
	}

	/** The constant whose name is written in lower case with hyphens. */
	<E extends Enum<E>> E code(Class<E> vocabulary) {
		String code = text();
		StringJoiner known = new StringJoiner(" ");
		for (E constant : vocabulary.getEnumConstants()) {
			String candidate = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
			if (candidate.equals(code)) {
				return constant;
			}
			known.add(candidate);
		}
		throw mistake("unknown code " + code + "; known are " + known);
	}

	private ScalarNode scalar() {
		if (this.node instanceof ScalarNode scalar) {
			return scalar;
		}
		throw mistake("must be a single value");
	}

}
