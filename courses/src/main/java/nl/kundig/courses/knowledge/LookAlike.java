package nl.kundig.courses.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * What a symbol can be mistaken for.
 *
 * @param symbol the slug of that symbol, when it has an entry of its own
 */
public record LookAlike(@Nullable String symbol, String text) {
}
