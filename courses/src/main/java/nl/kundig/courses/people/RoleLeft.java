package nl.kundig.courses.people;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** Somebody leaves a role; what was learned for it stays. */
public record RoleLeft(LearnerId learner, LearnerRole role, MunicipalityId municipality, @Nullable PartnerId partner,
		@Nullable UnitId unit, LocalDate from, LocalDate until, String source, String actor) {
}
