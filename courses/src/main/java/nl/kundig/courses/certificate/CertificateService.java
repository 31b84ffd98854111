package nl.kundig.courses.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.LearnerId;

import org.springframework.stereotype.Service;

/** Certificates: the holder's own, and the check by a stranger. */
@Service
public class CertificateService {

	private final CertificateRepository certificates;

	private final Clock clock;

	CertificateService(CertificateRepository certificates, Clock clock) {
		this.certificates = certificates;
		this.clock = clock;
	}

	/** The learner's certificates, newest first. */
	public List<Certificate> certificates(LearnerId learner) {
		return this.certificates.findByLearner(learner)
			.stream()
			.sorted(Comparator.comparing(Certificate::issuedOn).reversed())
			.toList();
	}

	/** The certificate, when it is this learner's. */
	public Optional<Certificate> certificate(LearnerId learner, CertificateNumber number) {
		return this.certificates.findById(number).filter((certificate) -> certificate.learner().equals(learner));
	}

	/**
	 * What this code proves; empty when no certificate has it. Spaces and dashes do not
	 * matter.
	 */
	public Optional<CertificateCheck> check(String code) {
		String typed = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		LocalDate today = LocalDate.now(this.clock.withZone(CurriculumService.ZONE));
		return this.certificates.findByCode(typed)
			.map((certificate) -> new CertificateCheck(initial(certificate.holder()), certificate.title(),
					certificate.issuedOn(), certificate.validThrough(), certificate.isValidOn(today)));
	}

	private static String initial(String name) {
		String last = name.strip().substring(name.strip().lastIndexOf(' ') + 1);
		return last.substring(0, last.offsetByCodePoints(0, 1));
	}

}
