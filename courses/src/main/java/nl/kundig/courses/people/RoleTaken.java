package nl.kundig.courses.people;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody took a role; from that day its duties apply. Source and actor stay with the
 * role.
 */
public record RoleTaken(LearnerId learner, LearnerRole role, MunicipalityId municipality, @Nullable PartnerId partner,
		@Nullable UnitId unit, LocalDate from, @Nullable LocalDate until, String source, String actor) {

	public static RoleTaken of(LearnerId learner, RoleHeld held) {
		return new RoleTaken(learner, held.role(), held.municipality(), held.partner(), held.unit(), held.from(),
				held.until(), held.source(), held.actor());
	}

}
