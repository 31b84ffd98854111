package nl.kundig.app.home;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.curriculum.CurriculumViews;
import nl.kundig.app.guidance.ContactViews;
import nl.kundig.app.training.NextTrainings;
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

	private final NextTrainings trainings;

	HomeController(CurriculumViews curricula, CertificateService certificates, ContactViews contacts,
			NextTrainings trainings) {
		this.curricula = curricula;
		this.certificates = certificates;
		this.contacts = contacts;
		this.trainings = trainings;
	}

	@GetMapping("/")
	String overview(@AuthenticationPrincipal LoggedIn me, Model model) {
		model.addAttribute("curricula", this.curricula.of(me.learner()));
		model.addAttribute("certificates", this.certificates.certificates(me.learner()));
		model.addAttribute("contacts", this.contacts.of(me));
		model.addAttribute("training", this.trainings.of(me.learner()).orElse(null));
		return "home/overview";
	}

}
