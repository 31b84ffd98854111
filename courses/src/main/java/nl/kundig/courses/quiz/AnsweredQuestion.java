package nl.kundig.courses.quiz;

import java.util.List;

/**
 * A question of a submitted attempt, with what was answered and what there is to say
 * about it.
 *
 * @param right whether the answer was wholly right
 */
public record AnsweredQuestion(OpenQuestion question, String section, boolean right, List<Feedback> feedback) {
}
