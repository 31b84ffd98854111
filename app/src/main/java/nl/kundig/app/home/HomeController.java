package nl.kundig.app.home;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.curriculum.CurriculumViews;
import nl.kundig.app.guidance.ContactViews;
import nl.kundig.courses.certificate.CertificateService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

	private final CurriculumViews curricula;

	private final CertificateService certificates;

	private final ContactViews contacts;

	HomeController(CurriculumViews curricula, CertificateService certificates, ContactViews contacts) {
		this.curricula = curricula;
		this.certificates = certificates;
		this.contacts = contacts;
	}

	@GetMapping("/")
	String overview(@AuthenticationPrincipal LoggedIn me, Model model) {
		model.addAttribute("curricula", this.curricula.of(me.learner()));
		model.addAttribute("certificates", this.certificates.certificates(me.learner()));
		model.addAttribute("contacts", this.contacts.of(me));
		return "home/overview";
	}

}
