package nl.kundig.app.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.quiz.Answer;
import nl.kundig.courses.quiz.Attempt;
import nl.kundig.courses.quiz.Choice;
import nl.kundig.courses.quiz.FactOrInterpretation;
import nl.kundig.courses.quiz.Matching;
import nl.kundig.courses.quiz.MultipleResponse;
import nl.kundig.courses.quiz.Option;
import nl.kundig.courses.quiz.Ordering;
import nl.kundig.courses.quiz.Question;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.SingleChoice;
import nl.kundig.courses.quiz.TrueFalse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Knows every right answer, and gives it as a person does: field by field on the page.
 */
final class Solutions {

	private final QuizService quizzes;

	Solutions(QuizService quizzes) {
		this.quizzes = quizzes;
	}

	Question question(String module, String id) {
		return this.quizzes.quiz(new LearningModuleId(module))
			.orElseThrow()
			.questions()
			.stream()
			.filter((question) -> question.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	/** Takes a quiz without a browser, all right or with nothing answered. */
	void take(LearnerId learner, LearningModuleId module, boolean right) {
		Attempt attempt = this.quizzes.start(learner, module);
		if (right) {
			Map<String, Answer> answers = new LinkedHashMap<>();
			attempt.questions().forEach((id) -> answers.put(id, new Answer(fields(question(module.value(), id)))));
			assertThat(this.quizzes.save(attempt, answers)).isEmpty();
		}
		this.quizzes.submit(learner, module, attempt.number());
	}

	/** Ids of the questions on the page. */
	static List<String> shown(Page page) {
		return page.locator("fieldset input[name=vraag]")
			.all()
			.stream()
			.map((hidden) -> hidden.getAttribute("value"))
			.toList();
	}

	/** Fills in the right answer. */
	static void answer(Page page, Question question) {
		fields(question).forEach((field, value) -> {
			Locator input = input(page, question, field, value);
			switch (kind(input)) {
				case "radio", "checkbox" -> input.check();
				case "select" -> input.selectOption(value);
				default -> input.fill(value);
			}
		});
	}

	/** Fails unless the right answer is what the page shows. */
	static void assertAnswered(Page page, Question question) {
		fields(question).forEach((field, value) -> {
			Locator input = input(page, question, field, value);
			switch (kind(input)) {
				case "radio", "checkbox" -> assertThat(input.isChecked()).as(question.id() + " " + field).isTrue();
				default -> assertThat(input.inputValue()).as(question.id() + " " + field).isEqualTo(value);
			}
		});
	}

	private static Locator input(Page page, Question question, String field, String value) {
		String named = "[name='v." + question.id() + "." + field + "']";
		return page.locator(named + ":not([type=radio]), " + named + "[value='" + value + "'][type=radio]");
	}

	private static String kind(Locator input) {
		return (String) input.evaluate("(field) => field.tagName === 'SELECT' ? 'select' : field.type");
	}

	/** The right answer as fields; see the implementations of {@link Question}. */
	private static Map<String, String> fields(Question question) {
		Map<String, String> fields = new LinkedHashMap<>();
		switch (question) {
			case SingleChoice single -> fields.put("choice", right(single.options()).getFirst());
			case MultipleResponse multiple -> right(multiple.options()).forEach((id) -> fields.put(id, "on"));
			case TrueFalse statement -> {
				fields.put("truth", Boolean.toString(statement.answer()));
				fields.put("reason", right(statement.reasons()).getFirst());
			}
			case Matching matching -> matching.pairs().forEach((pair) -> fields.put(pair.id(), pair.choice()));
			case Ordering ordering -> {
				List<String> order = order(ordering);
				order.forEach((step) -> fields.put(step, Integer.toString(order.indexOf(step) + 1)));
			}
			case FactOrInterpretation sorting -> sorting.statements()
				.forEach((statement) -> fields.put(statement.id(), statement.fact() ? "fact" : "interpretation"));
		}
		return fields;
	}

	private static List<String> right(List<Option> options) {
		return options.stream().filter(Option::correct).map(Option::id).toList();
	}

	/** One of the right orders: again and again a step that waits for no other. */
	private static List<String> order(Ordering ordering) {
		List<String> left = new ArrayList<>(ordering.steps().stream().map(Choice::id).toList());
		List<String> order = new ArrayList<>();
		while (!left.isEmpty()) {
			String free = left.stream()
				.filter((step) -> ordering.before()
					.stream()
					.noneMatch((demand) -> demand.second().equals(step) && left.contains(demand.first())))
				.findFirst()
				.orElseThrow();
			left.remove(free);
			order.add(free);
		}
		return order;
	}

}
