package nl.kundig.courses.people;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A role somebody holds or held.
 *
 * @param municipality where; for partners the municipality they work with
 * @param partner the employer when that is not the municipality
 * @param from first day, Europe/Amsterdam
 * @param until last day, or null while it lasts
 * @param recordedAt when Kundig learned of it
 */
public record RoleHeld(LearnerRole role, MunicipalityId municipality, @Nullable PartnerId partner, LocalDate from,
		@Nullable LocalDate until, Instant recordedAt) {

	/** Held from the first through the last day. */
	public boolean isHeldOn(LocalDate day) {
		return !day.isBefore(this.from) && (this.until == null || !day.isAfter(this.until));
	}

}
