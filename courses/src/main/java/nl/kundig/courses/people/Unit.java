package nl.kundig.courses.people;

import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A part of a municipality: a cluster, a team, a desk.
 *
 * @param parent the unit above it, or null at the top
 */
@Document("units")
@TypeAlias("unit")
@DataRule(kept = "while it takes part", exported = "with the organisation's own export", erased = "holds no person")
public record Unit(@Id UnitId id, String name, MunicipalityId municipality, @Nullable UnitId parent) {
}
