package nl.kundig.courses.quiz;

import java.util.List;
import java.util.Optional;

import org.springframework.data.annotation.TypeAlias;

/** What belongs together. Each pair's id is a field whose value is the id of a choice. */
@TypeAlias("matching")
public record Matching(String id, String section, String text, List<Choice> choices,
		List<Pair> pairs) implements Question {

	/**
	 * A left-hand side with the choice that belongs to it.
	 *
	 * @param choice the id of the right choice
	 */
	public record Pair(String id, String text, String choice, String feedback) {
	}

	@Override
	public OpenQuestion open() {
		return new OpenQuestion(this.id, QuestionKind.MATCHING, this.text,
				this.pairs.stream().map((pair) -> new Choice(pair.id(), pair.text())).toList(), this.choices);
	}

	@Override
	public Optional<AnswerProblem> problem(Answer answer) {
		return Fields.check(answer, pairIds(), this.choices.stream().map(Choice::id).toList());
	}

	@Override
	public boolean isComplete(Answer answer) {
		return Fields.hasAll(answer, pairIds());
	}

	/** The share of pairs that are right. */
	@Override
	public int score(Answer answer) {
		long right = this.pairs.stream().filter((pair) -> isRight(pair, answer)).count();
		return (int) right * FULL_SCORE / this.pairs.size();
	}

	@Override
	public List<Feedback> feedback(Answer answer) {
		return this.pairs.stream()
			.map((pair) -> new Feedback(pair.text() + " – " + textOf(pair.choice()),
					isRight(pair, answer) ? Feedback.Verdict.RIGHT : Feedback.Verdict.MISSED, pair.feedback()))
			.toList();
	}

	private static boolean isRight(Pair pair, Answer answer) {
		return answer.field(pair.id()).equals(pair.choice());
	}

	private List<String> pairIds() {
		return this.pairs.stream().map(Pair::id).toList();
	}

	private String textOf(String choice) {
		return this.choices.stream()
			.filter((candidate) -> candidate.id().equals(choice))
			.map(Choice::text)
			.findFirst()
			.orElse("");
	}

}
