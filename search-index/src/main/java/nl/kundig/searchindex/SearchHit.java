package nl.kundig.searchindex;

/**
 * One document that was found.
 *
 * @param id the document's id
 * @param title its title
 * @param snippet the passage of its body that fits the question best, as plain text
 * @param score higher is better; comparable within one result only
 */
public record SearchHit(String id, String title, String snippet, float score) {
}
