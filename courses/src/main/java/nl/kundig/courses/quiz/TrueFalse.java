package nl.kundig.courses.quiz;

import java.util.List;
import java.util.Optional;

import org.springframework.data.annotation.TypeAlias;

/**
 * A statement that is true or false, and why. Fields: "truth" ("true" or "false") and
 * "reason" (a reason's id).
 */
@TypeAlias("trueFalse")
public record TrueFalse(String id, String section, String text, boolean answer,
		List<Option> reasons) implements Question {

	static final String TRUTH = "truth";

	static final String REASON = "reason";

	@Override
	public OpenQuestion open() {
		return new OpenQuestion(this.id, QuestionKind.TRUE_FALSE, this.text, List.of(), Options.open(this.reasons));
	}

	@Override
	public Optional<AnswerProblem> problem(Answer given) {
		List<String> values = List.of("", "true", "false");
		boolean truthFits = values.contains(given.field(TRUTH));
		boolean reasonFits = given.field(REASON).isEmpty() || Options.ids(this.reasons).contains(given.field(REASON));
		boolean namesFit = List.of(TRUTH, REASON).containsAll(given.fields().keySet());
		return (truthFits && reasonFits && namesFit) ? Optional.empty() : Optional.of(AnswerProblem.UNKNOWN_OPTION);
	}

	@Override
	public boolean isComplete(Answer given) {
		return Fields.hasAll(given, List.of(TRUTH, REASON));
	}

	/** Half for the right side, the other half for the right reason with it. */
	@Override
	public int score(Answer given) {
		if (!isRightSide(given)) {
			return 0;
		}
		return Options.isCorrect(this.reasons, given.field(REASON)) ? FULL_SCORE : FULL_SCORE / 2;
	}

	@Override
	public List<Feedback> feedback(Answer given) {
		if (isRightSide(given)) {
			return Options.feedbackOnOne(this.reasons, given.field(REASON));
		}
		return this.reasons.stream().filter(Option::correct).map((reason) -> Feedback.onOption(reason, false)).toList();
	}

	private boolean isRightSide(Answer given) {
		return given.field(TRUTH).equals(Boolean.toString(this.answer));
	}

}
