package nl.kundig.courses.people;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A municipality, the tenant that people and curricula belong to. */
@Document("municipalities")
@TypeAlias("municipality")
@DataRule(kept = "while it takes part", exported = "with the organisation's own export", erased = "holds no person")
public record Municipality(@Id MunicipalityId id, String name, RegionId region) {
}
