package nl.kundig.courses.quiz;

import java.util.List;

/** What the kinds of questions with options share. */
final class Options {

	private Options() {
	}

	static List<String> ids(List<Option> options) {
		return options.stream().map(Option::id).toList();
	}

	static List<Choice> open(List<Option> options) {
		return options.stream().map((option) -> new Choice(option.id(), option.text())).toList();
	}

	static boolean isCorrect(List<Option> options, String id) {
		return options.stream().anyMatch((option) -> option.id().equals(id) && option.correct());
	}

	/** About the chosen option, and about the right one when another was chosen. */
	static List<Feedback> feedbackOnOne(List<Option> options, String chosen) {
		return options.stream()
			.filter((option) -> option.id().equals(chosen) || option.correct())
			.map((option) -> Feedback.onOption(option, option.id().equals(chosen)))
			.toList();
	}

}
