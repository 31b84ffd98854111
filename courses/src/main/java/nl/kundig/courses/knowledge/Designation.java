package nl.kundig.courses.knowledge;

/**
 * Another country calls it terrorist; that has no legal effect in the Netherlands.
 *
 * @param by the authority that says so
 */
public record Designation(String country, String by, String since, String source) {
}
