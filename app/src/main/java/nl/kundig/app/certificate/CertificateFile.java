package nl.kundig.app.certificate;

import java.time.Instant;

import nl.kundig.courses.certificate.CertificateNumber;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The bytes of a certificate, rendered once on issue and kept.
 *
 * @param sha256 of the bytes, hexadecimal
 */
@Document("certificateFiles")
@TypeAlias("certificateFile")
@DataRule(kept = "as long as its certificate", exported = "whole, to the person", erased = "removed")
record CertificateFile(@Id CertificateNumber number, byte[] pdf, String sha256, String templateVersion,
		Instant renderedAt) {
}
