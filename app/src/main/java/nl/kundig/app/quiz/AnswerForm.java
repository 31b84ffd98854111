package nl.kundig.app.quiz;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.app.system.BadInput;
import nl.kundig.courses.quiz.Answer;
import nl.kundig.courses.quiz.Attempt;

import org.springframework.util.MultiValueMap;

/**
 * Reads answers from a posted form. Each question on the page sends its id as "vraag", so
 * that a question without a tick is known to be empty; its fields are called
 * "v.question.field".
 */
final class AnswerForm {

	private static final int LONGEST_VALUE = 100;

	private AnswerForm() {
	}

	static Map<String, Answer> answers(Attempt attempt, MultiValueMap<String, String> form) {
		Map<String, Answer> answers = new LinkedHashMap<>();
		for (String question : form.getOrDefault("vraag", List.of())) {
			if (!attempt.questions().contains(question)) {
				throw new BadInput();
			}
			answers.put(question, answer("v." + question + ".", form));
		}
		return answers;
	}

	private static Answer answer(String prefix, MultiValueMap<String, String> form) {
		Map<String, String> fields = new HashMap<>();
		form.forEach((name, values) -> {
			if (name.startsWith(prefix)) {
				String value = values.getFirst().strip();
				if (value.length() > LONGEST_VALUE) {
					throw new BadInput();
				}
				fields.put(name.substring(prefix.length()), value);
			}
		});
		return new Answer(fields);
	}

}
