package nl.kundig.courses.quiz;

import java.util.List;
import java.util.Optional;

import org.springframework.data.annotation.TypeAlias;

/**
 * One or more options are right. Each chosen option's id is a field with the value "on".
 */
@TypeAlias("multipleResponse")
public record MultipleResponse(String id, String section, String text, List<Option> options) implements Question {

	static final String CHOSEN = "on";

	@Override
	public OpenQuestion open() {
		return new OpenQuestion(this.id, QuestionKind.MULTIPLE_RESPONSE, this.text, List.of(),
				Options.open(this.options));
	}

	@Override
	public Optional<AnswerProblem> problem(Answer answer) {
		return Fields.check(answer, Options.ids(this.options), List.of(CHOSEN));
	}

	@Override
	public boolean isComplete(Answer answer) {
		return !answer.isEmpty();
	}

	/**
	 * The share of right options chosen, less one such share for each wrong one; never
	 * below zero.
	 */
	@Override
	public int score(Answer answer) {
		int right = 0;
		int chosenRight = 0;
		int chosenWrong = 0;
		for (Option option : this.options) {
			boolean chosen = answer.fields().containsKey(option.id());
			right += option.correct() ? 1 : 0;
			chosenRight += (chosen && option.correct()) ? 1 : 0;
			chosenWrong += (chosen && !option.correct()) ? 1 : 0;
		}
		return Math.max(0, chosenRight - chosenWrong) * FULL_SCORE / right;
	}

	@Override
	public List<Feedback> feedback(Answer answer) {
		return this.options.stream()
			.filter((option) -> option.correct() || answer.fields().containsKey(option.id()))
			.map((option) -> Feedback.onOption(option, answer.fields().containsKey(option.id())))
			.toList();
	}

}
