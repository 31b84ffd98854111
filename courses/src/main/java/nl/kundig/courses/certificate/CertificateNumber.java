package nl.kundig.courses.certificate;

/** The number of a certificate, as printed on it and in its URL. */
public record CertificateNumber(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
