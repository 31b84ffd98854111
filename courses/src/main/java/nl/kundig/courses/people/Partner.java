package nl.kundig.courses.people;

import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A partner organisation that works with a municipality.
 *
 * @param kind null in what was stored before kinds were known, and read as
 * {@link PartnerKind#OTHER}
 */
@Document("partners")
@TypeAlias("partner")
@DataRule(kept = "while it takes part", exported = "with the organisation's own export", erased = "holds no person")
public record Partner(@Id PartnerId id, String name, MunicipalityId municipality, @Nullable PartnerKind kind) {

	public Partner {
		kind = (kind != null) ? kind : PartnerKind.OTHER;
	}

}
