package nl.kundig.courses.quiz;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Checks the fields of an answer. */
final class Fields {

	private Fields() {
	}

	/** Every field is one of these names with one of these values. */
	static Optional<AnswerProblem> check(Answer answer, Collection<String> names, Collection<String> values) {
		for (Map.Entry<String, String> field : answer.fields().entrySet()) {
			if (!names.contains(field.getKey()) || !values.contains(field.getValue())) {
				return Optional.of(AnswerProblem.UNKNOWN_OPTION);
			}
		}
		return Optional.empty();
	}

	static boolean hasAll(Answer answer, Collection<String> names) {
		return answer.fields().keySet().containsAll(names);
	}

}
