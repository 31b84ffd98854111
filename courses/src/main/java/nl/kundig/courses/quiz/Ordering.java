package nl.kundig.courses.quiz;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.springframework.data.annotation.TypeAlias;

/**
 * Steps in an order; more than one order can be right. Each step's id is a field whose
 * value is its place, "1" for the first.
 *
 * @param before what must come before what; all else is free
 */
@TypeAlias("ordering")
public record Ordering(String id, String section, String text, List<Choice> steps, List<Before> before,
		String feedback) implements Question {

	/** The first step must come before the second. */
	public record Before(String first, String second) {
	}

	@Override
	public OpenQuestion open() {
		return new OpenQuestion(this.id, QuestionKind.ORDERING, this.text, this.steps, List.of());
	}

	@Override
	public Optional<AnswerProblem> problem(Answer answer) {
		List<String> places = IntStream.rangeClosed(1, this.steps.size()).mapToObj(Integer::toString).toList();
		Optional<AnswerProblem> unknown = Fields.check(answer, stepIds(), places);
		if (unknown.isPresent()) {
			return unknown;
		}
		Set<String> taken = new HashSet<>(answer.fields().values());
		return (taken.size() < answer.fields().size()) ? Optional.of(AnswerProblem.SAME_PLACE_TWICE) : Optional.empty();
	}

	@Override
	public boolean isComplete(Answer answer) {
		return Fields.hasAll(answer, stepIds());
	}

	/** The share of the demands "before" that are met. */
	@Override
	public int score(Answer answer) {
		if (!isComplete(answer)) {
			return 0;
		}
		long met = this.before.stream().filter((demand) -> isMet(demand, answer)).count();
		return (int) (met * FULL_SCORE / this.before.size());
	}

	@Override
	public List<Feedback> feedback(Answer answer) {
		return List.of(new Feedback(this.text,
				(score(answer) == FULL_SCORE) ? Feedback.Verdict.RIGHT : Feedback.Verdict.WRONG, this.feedback));
	}

	private static boolean isMet(Before demand, Answer answer) {
		return Integer.parseInt(answer.field(demand.first())) < Integer.parseInt(answer.field(demand.second()));
	}

	private List<String> stepIds() {
		return this.steps.stream().map(Choice::id).toList();
	}

}
