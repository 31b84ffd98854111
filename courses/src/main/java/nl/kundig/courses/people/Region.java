package nl.kundig.courses.people;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A region: municipalities that work together and share contacts. */
@Document("regions")
@TypeAlias("region")
@DataRule(kept = "while it takes part", exported = "with the organisation's own export", erased = "holds no person")
public record Region(@Id RegionId id, String name) {
}
