package nl.kundig.app.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

import nl.kundig.app.system.PublicAddress;
import nl.kundig.courses.certificate.Certificate;
import nl.kundig.courses.certificate.CertificateIssued;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Renders and keeps the PDF when it hears that a certificate was issued; may be told
 * twice.
 */
@Component
class CertificatePrinter {

	private final CertificateFileRepository files;

	private final MongoOperations mongo;

	private final PublicAddress address;

	private final Clock clock;

	CertificatePrinter(CertificateFileRepository files, MongoOperations mongo, PublicAddress address, Clock clock) {
		this.files = files;
		this.mongo = mongo;
		this.address = address;
		this.clock = clock;
	}

	@EventListener
	void on(CertificateIssued issued) {
		file(issued.certificate());
	}

	/** The kept bytes; rendered now when a crash came between issue and rendering. */
	CertificateFile file(Certificate certificate) {
		return this.files.findById(certificate.number()).orElseGet(() -> render(certificate));
	}

	private CertificateFile render(Certificate certificate) {
		byte[] pdf = new CertificatePdf().render(text(certificate));
		CertificateFile file = new CertificateFile(certificate.number(), pdf, sha256(pdf),
				CertificatePdf.TEMPLATE_VERSION, this.clock.instant());
		try {
			return this.mongo.insert(file);
		}
		catch (DuplicateKeyException ex) {
			// Rendered twice at once: the first one is the certificate.
			return this.files.findById(certificate.number()).orElseThrow();
		}
	}

	private CertificateText text(Certificate certificate) {
		String code = certificate.code().replaceAll("(.{4})(?!$)", "$1-");
		return new CertificateText(certificate.holder(), certificate.title(), certificate.modules(),
				certificate.issuedOn(), certificate.lastDay(), certificate.number().value(),
				this.address.of("/controle/" + code), code, "Kundig");
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
