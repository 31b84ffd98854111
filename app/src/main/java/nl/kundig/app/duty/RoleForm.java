package nl.kundig.app.duty;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.kundig.courses.people.LearnerRole;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody takes. Days stay as they were typed, so that a wrong one can be
 * shown again.
 *
 * @param unit the part of the municipality, or empty
 * @param partner the employer, or empty for the municipality itself
 */
record RoleForm(@NotNull @Nullable LearnerRole role, @Nullable String unit, @Nullable String partner,
		@Size(max = 20) @Nullable String from, @Size(max = 20) @Nullable String until) {
}
