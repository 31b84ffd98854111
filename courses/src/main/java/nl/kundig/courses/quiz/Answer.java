package nl.kundig.courses.quiz;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody answered to one question, field by field as on the form: which fields
 * there are depends on the kind of question, see the implementations of {@link Question}.
 */
public record Answer(Map<String, String> fields) {

	public static final Answer NONE = new Answer(Map.of());

	public Answer {
		// Blank fields are how a form says "nothing chosen".
		Map<String, String> filled = new TreeMap<>(fields);
		filled.values().removeIf(String::isBlank);
		fields = Map.copyOf(filled);
	}

	public boolean isEmpty() {
		return this.fields.isEmpty();
	}

	String field(String name) {
		return this.fields.getOrDefault(name, "");
	}

}
