package nl.kundig.courses.training;

import java.time.Instant;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The file of a proof, as it was cleaned. It is for downloading and nothing else: no page
 * shows it.
 *
 * @param bytes at most 10 MB
 * @param sha256 of these bytes, hexadecimal
 * @param mediaType what the content is, whatever its name said
 * @param name safe for every file system, with the extension of its media type
 */
@Document("trainingProofFiles")
@TypeAlias("trainingProofFile")
@DataRule(kept = "twelve months after acceptance, one month after refusal", exported = "whole, to the person",
		erased = "removed")
public record ProofFile(@Id ProofId id, byte[] bytes, String sha256, String mediaType, String name, Instant storedAt) {
}
