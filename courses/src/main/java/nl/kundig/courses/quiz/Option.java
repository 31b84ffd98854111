package nl.kundig.courses.quiz;

/**
 * An option to choose, or a reason.
 *
 * @param feedback why it is right or not
 */
public record Option(String id, String text, boolean correct, String feedback) {
}
