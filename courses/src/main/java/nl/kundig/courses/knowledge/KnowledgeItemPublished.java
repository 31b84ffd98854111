package nl.kundig.courses.knowledge;

/**
 * A symbol or an organisation is new or has changed; what was derived from it is out of
 * date.
 */
public record KnowledgeItemPublished(KnowledgeKind kind, String slug) {
}
