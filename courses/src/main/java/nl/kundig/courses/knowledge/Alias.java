package nl.kundig.courses.knowledge;

/** Another name, by which it can be found as well. */
public record Alias(String text, AliasKind kind) {
}
