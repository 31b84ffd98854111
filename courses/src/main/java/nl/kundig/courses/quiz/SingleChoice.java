package nl.kundig.courses.quiz;

import java.util.List;
import java.util.Optional;

import org.springframework.data.annotation.TypeAlias;

/** One of the options is right. The answer's field "choice" holds an option's id. */
@TypeAlias("singleChoice")
public record SingleChoice(String id, String section, String text, List<Option> options) implements Question {

	static final String CHOICE = "choice";

	@Override
	public OpenQuestion open() {
		return new OpenQuestion(this.id, QuestionKind.SINGLE_CHOICE, this.text, List.of(), Options.open(this.options));
	}

	@Override
	public Optional<AnswerProblem> problem(Answer answer) {
		return Fields.check(answer, List.of(CHOICE), Options.ids(this.options));
	}

	@Override
	public boolean isComplete(Answer answer) {
		return !answer.isEmpty();
	}

	@Override
	public int score(Answer answer) {
		return Options.isCorrect(this.options, answer.field(CHOICE)) ? FULL_SCORE : 0;
	}

	@Override
	public List<Feedback> feedback(Answer answer) {
		return Options.feedbackOnOne(this.options, answer.field(CHOICE));
	}

}
