package nl.kundig.courses.guidance;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to call or mail. It opens phone or mail without any prefilled content.
 *
 * @param title what they are for: "Aandachtsfunctionaris"
 * @param phone as people write it, or null
 * @param hours when they can be reached
 * @param owner who keeps this card right
 * @param reviewedOn when it was last checked
 */
public record ContactCard(String title, String description, @Nullable String phone, @Nullable String email,
		String hours, String owner, LocalDate reviewedOn) {
}
