package nl.kundig.courses.quiz;

/**
 * What is said after submitting about one part of an answer.
 *
 * @param subject the option, pair or statement it is about
 * @param right whether that part was answered right
 * @param text why
 */
public record Feedback(String subject, boolean right, String text) {
}
