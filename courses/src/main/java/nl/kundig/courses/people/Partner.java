package nl.kundig.courses.people;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A partner organisation that works with a municipality. */
@Document("partners")
@TypeAlias("partner")
@DataRule(kept = "while it takes part", exported = "with the organisation's own export", erased = "holds no person")
public record Partner(@Id PartnerId id, String name, MunicipalityId municipality) {
}
