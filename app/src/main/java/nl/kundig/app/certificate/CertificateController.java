package nl.kundig.app.certificate;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.certificate.Certificate;
import nl.kundig.courses.certificate.CertificateNumber;
import nl.kundig.courses.certificate.CertificateService;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class CertificateController {

	private final CertificateService certificates;

	private final CertificatePrinter printer;

	CertificateController(CertificateService certificates, CertificatePrinter printer) {
		this.certificates = certificates;
		this.printer = printer;
	}

	@GetMapping("/certificaten")
	String list(@AuthenticationPrincipal LoggedIn me, Model model) {
		model.addAttribute("certificates", this.certificates.certificates(me.learner()));
		return "certificate/list";
	}

	@GetMapping("/certificaten/{number}.pdf")
	ResponseEntity<byte[]> download(@AuthenticationPrincipal LoggedIn me, @PathVariable String number) {
		Certificate certificate = this.certificates.certificate(me.learner(), new CertificateNumber(number))
			.orElseThrow(NotFound::new);
		String name = "certificaat-" + number + ".pdf";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(this.printer.file(certificate).pdf());
	}

}
