package nl.kundig.courses.quiz;

import java.util.List;
import java.util.Optional;

import org.springframework.data.annotation.TypeAlias;

/**
 * Is it a fact or an interpretation? Each statement's id is a field, "fact" or
 * "interpretation".
 */
@TypeAlias("factOrInterpretation")
public record FactOrInterpretation(String id, String section, String text,
		List<Statement> statements) implements Question {

	private static final String FACT = "fact";

	private static final String INTERPRETATION = "interpretation";

	/** A statement with what it is. */
	public record Statement(String id, String text, boolean fact, String feedback) {
	}

	@Override
	public OpenQuestion open() {
		return new OpenQuestion(this.id, QuestionKind.FACT_OR_INTERPRETATION, this.text,
				this.statements.stream().map((statement) -> new Choice(statement.id(), statement.text())).toList(),
				List.of());
	}

	@Override
	public Optional<AnswerProblem> problem(Answer answer) {
		return Fields.check(answer, statementIds(), List.of(FACT, INTERPRETATION));
	}

	@Override
	public boolean isComplete(Answer answer) {
		return Fields.hasAll(answer, statementIds());
	}

	/** The share of statements sorted right. */
	@Override
	public int score(Answer answer) {
		long right = this.statements.stream().filter((statement) -> isRight(statement, answer)).count();
		return (int) right * FULL_SCORE / this.statements.size();
	}

	@Override
	public List<Feedback> feedback(Answer answer) {
		return this.statements.stream()
			.map((statement) -> new Feedback(statement.text(),
					isRight(statement, answer) ? Feedback.Verdict.RIGHT : Feedback.Verdict.WRONG, statement.feedback()))
			.toList();
	}

	private static boolean isRight(Statement statement, Answer answer) {
		return answer.field(statement.id()).equals(statement.fact() ? FACT : INTERPRETATION);
	}

	private List<String> statementIds() {
		return this.statements.stream().map(Statement::id).toList();
	}

}
