package nl.kundig.app.training;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.system.BadInput;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody takes the seat that is offered or does not, from a link in a mail. */
@Controller
@RequestMapping("/antwoord/aanbod/{token}")
class AnswerOfferController {

	private final AnswerPages pages;

	private final EnrolmentService enrolments;

	AnswerOfferController(AnswerPages pages, EnrolmentService enrolments) {
		this.pages = pages;
		this.enrolments = enrolments;
	}

	@GetMapping
	String show(@PathVariable String token, Model model) {
		return page(this.pages.open(token, Letters.OFFER), token, model);
	}

	@PostMapping
	String answer(@PathVariable String token, @RequestParam(defaultValue = "") String besluit,
			HttpServletResponse response, Model model) {
		AnswerPages.Answerable link = this.pages.open(token, Letters.OFFER);
		Actor learner = Actor.learner(link.person());
		try {
			switch (besluit) {
				case "ja" -> this.enrolments.accept(link.session(), link.enrolment(), learner);
				case "blijf" -> this.enrolments.decline(link.session(), link.enrolment(), true, learner);
				case "weg" -> this.enrolments.decline(link.session(), link.enrolment(), false, learner);
				default -> throw new BadInput();
			}
		}
		catch (EnrolmentRefused ex) {
			response.setStatus(409);
			model.addAttribute("refused", ex.reason());
			return page(link, token, model);
		}
		this.pages.spend(link);
		model.addAttribute("done", besluit);
		return page(link, token, model);
	}

	private String page(AnswerPages.Answerable link, String token, Model model) {
		model.addAttribute("page", this.pages.page(link, "aanbod", token, EnrolmentState.OFFERED));
		return "training/answer-offer";
	}

}
