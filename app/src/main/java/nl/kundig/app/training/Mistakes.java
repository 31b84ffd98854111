package nl.kundig.app.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, each at its field; the first of a field counts. */
class Mistakes {

	private final Map<String, String> keys = new LinkedHashMap<>();

	/**
	 * One of them.
	 *
	 * @param field the id of the field
	 * @param label key of the field's name
	 * @param key of the message
	 */
	record Mistake(String field, String label, String key) {
	}

	void add(String field, String key) {
		this.keys.putIfAbsent(field, key);
	}

	public boolean isEmpty() {
		return this.keys.isEmpty();
	}

	public boolean has(String field) {
		return this.keys.containsKey(field);
	}

	/** The key of the message at that field; only where there is one. */
	public String key(String field) {
		return this.keys.getOrDefault(field, "");
	}

	/** All of them; a field of which there are several has its number left out. */
	public List<Mistake> all() {
		return this.keys.entrySet()
			.stream()
			.map((entry) -> new Mistake(entry.getKey(), "region.form." + entry.getKey().replaceAll("-.*", ""),
					entry.getValue()))
			.toList();
	}

}
