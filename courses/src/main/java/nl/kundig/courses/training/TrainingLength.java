package nl.kundig.courses.training;

import org.jspecify.annotations.Nullable;

/**
 * How long a training takes.
 *
 * @param text in the provider's words: "2 dagen"
 * @param minutes in all, or null when the source tells days only; a day is not the same
 * everywhere
 */
public record TrainingLength(String text, @Nullable Integer minutes) {
}
