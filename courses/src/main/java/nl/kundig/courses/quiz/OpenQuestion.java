package nl.kundig.courses.quiz;

import java.util.List;

/**
 * A question as the learner sees it. It carries no solution, so none can leak.
 *
 * @param rows what must each get an answer: left-hand sides, steps or statements; else
 * empty
 * @param choices what can be chosen: options, reasons or right-hand sides; else empty
 */
public record OpenQuestion(String id, QuestionKind kind, String text, List<Choice> rows, List<Choice> choices) {
}
