package nl.kundig.courses.content;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement comes from.
 *
 * @param accessed the day an editor looked at it
 */
public record Source(String title, String publisher, @Nullable Integer year, @Nullable String url, LocalDate accessed,
		SourceKind kind) {
}
