package nl.kundig.courses.people;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * That a role ends, as it was written down.
 *
 * @param planned the last day as it was known before, or null
 * @param lastDay the last day it is held
 * @param source where this was learned: "by hand", an import
 * @param actor who wrote it down
 */
public record RoleEnding(@Nullable LocalDate planned, LocalDate lastDay, String source, String actor,
		Instant recordedAt) {

	/** The day it was written down, Europe/Amsterdam. */
	LocalDate recordedOn() {
		return LocalDate.ofInstant(this.recordedAt, PeopleService.ZONE);
	}

}
