package nl.kundig.courses.certificate;

/**
 * A certificate exists from now on; told again when its makers should look whether all is
 * there.
 */
public record CertificateIssued(Certificate certificate) {
}
