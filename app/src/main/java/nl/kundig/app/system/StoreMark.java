package nl.kundig.app.system;

import java.time.Instant;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** What kind of store this is; written once, by the first start. */
@Document("storeMarks")
@TypeAlias("storeMark")
@DataRule(kept = "as long as the store", exported = "holds no person", erased = "holds no person")
record StoreMark(@Id String id, boolean demo, Instant createdAt) {

	static final String ID = "store";

}
