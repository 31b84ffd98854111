package nl.kundig.courses.guidance;

import java.util.List;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The contact cards of one municipality or region. */
@Document("contactCards")
@TypeAlias("contactCards")
@DataRule(kept = "until replaced", exported = "with the municipality's own export",
		erased = "holds functions, not persons")
record ContactCards(@Id String place, List<ContactCard> cards) {

	ContactCards {
		cards = List.copyOf(cards);
	}

}
