package nl.kundig.courses.knowledge;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An organisation stands or stood on a list that counts in the Netherlands.
 *
 * @param reference the number on that list
 * @param until the last day, or null while it lasts
 * @param basis the regulation or decision
 * @param checkedOn the day an editor looked at the list
 */
public record Listing(ListName list, @Nullable String reference, @Nullable LocalDate since, @Nullable LocalDate until,
		@Nullable String basis, String source, LocalDate checkedOn) {
}
