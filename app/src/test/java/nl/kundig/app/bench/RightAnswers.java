package nl.kundig.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;

/** Knows the right answers from the content files, as fields of the questions' form. */
final class RightAnswers {

	private final Map<String, Map<String, String>> answers = new HashMap<>();

	RightAnswers(List<String> modules) throws IOException {
		for (String module : modules) {
			try (InputStream file = RightAnswers.class.getResourceAsStream("/content/quizzes/" + module + ".yaml")) {
				Map<String, Object> quiz = new Yaml().load(file);
				parts(quiz, "questions")
					.forEach((question) -> this.answers.put(module + "/" + question.get("id"), form(question)));
			}
		}
	}

	/** The form that answers this one question. */
	Map<String, String> form(String module, String question) {
		return this.answers.get(module + "/" + question);
	}

	private static Map<String, String> form(Map<String, Object> question) {
		String id = (String) question.get("id");
		Map<String, String> form = new LinkedHashMap<>(Map.of("vraag", id));
		fields(question).forEach((field, value) -> form.put("v." + id + "." + field, value));
		return form;
	}

	private static Map<String, String> fields(Map<String, Object> question) {
		Map<String, String> fields = new LinkedHashMap<>();
		switch ((String) question.get("kind")) {
			case "single-choice" -> fields.put("choice", right(question, "options").getFirst());
			case "multiple-response" -> right(question, "options").forEach((option) -> fields.put(option, "on"));
			case "true-false" -> {
				fields.put("truth", question.get("answer").toString());
				fields.put("reason", right(question, "reasons").getFirst());
			}
			case "matching" ->
				parts(question, "pairs").forEach((pair) -> fields.put(id(pair), pair.get("choice").toString()));
			case "ordering" -> {
				List<String> order = order(question);
				order.forEach((step) -> fields.put(step, Integer.toString(order.indexOf(step) + 1)));
			}
			case "fact-or-interpretation" -> parts(question, "statements").forEach((statement) -> fields
				.put(id(statement), Boolean.TRUE.equals(statement.get("fact")) ? "fact" : "interpretation"));
			default -> throw new IllegalStateException("unknown kind of question: " + question.get("kind"));
		}
		return fields;
	}

	private static List<String> right(Map<String, Object> question, String key) {
		return parts(question, key).stream()
			.filter((option) -> Boolean.TRUE.equals(option.get("correct")))
			.map(RightAnswers::id)
			.toList();
	}

	/** One of the right orders: again and again a step that waits for no other. */
	private static List<String> order(Map<String, Object> question) {
		List<String> left = new ArrayList<>(parts(question, "steps").stream().map(RightAnswers::id).toList());
		List<?> before = (List<?>) question.get("before");
		List<String> order = new ArrayList<>();
		while (!left.isEmpty()) {
			String free = left.stream()
				.filter((step) -> before.stream()
					.map((demand) -> (List<?>) demand)
					.noneMatch((demand) -> demand.getLast().toString().equals(step)
							&& left.contains(demand.getFirst().toString())))
				.findFirst()
				.orElseThrow();
			left.remove(free);
			order.add(free);
		}
		return order;
	}

	private static String id(Map<String, Object> part) {
		return part.get("id").toString();
	}

	@SuppressWarnings("unchecked") // Kundig refuses content files of another shape.
	private static List<Map<String, Object>> parts(Map<String, Object> whole, String key) {
		return (List<Map<String, Object>>) whole.get(key);
	}

}
