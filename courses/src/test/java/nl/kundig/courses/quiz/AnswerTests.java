package nl.kundig.courses.quiz;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTests {

	@Test
	void blankFieldsAreNotAnswered() {
		Answer answer = new Answer(Map.of("p1", "x", "p2", "", "p3", "  "));
		assertThat(answer.fields()).containsExactly(Map.entry("p1", "x"));
	}

	@Test
	void onlyBlankFieldsIsNoAnswer() {
		assertThat(new Answer(Map.of("choice", " "))).isEqualTo(Answer.NONE);
		assertThat(Answer.NONE.isEmpty()).isTrue();
	}

	@Test
	void staysAsItWasWhenTheFormChanges() {
		Map<String, String> form = new HashMap<>(Map.of("choice", "a"));
		Answer answer = new Answer(form);
		form.put("choice", "b");
		assertThat(answer.field("choice")).isEqualTo("a");
	}

	@Test
	void anUnknownFieldIsEmpty() {
		assertThat(Quizzes.RIGHT.field("nonsense")).isEmpty();
	}

}
