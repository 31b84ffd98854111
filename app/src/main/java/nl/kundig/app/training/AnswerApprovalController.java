package nl.kundig.app.training;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.system.BadInput;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
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

/** A manager agrees to a request or does not, from a link in a mail. */
@Controller
@RequestMapping("/antwoord/akkoord/{token}")
class AnswerApprovalController {

	private final AnswerPages pages;

	private final EnrolmentService enrolments;

	AnswerApprovalController(AnswerPages pages, EnrolmentService enrolments) {
		this.pages = pages;
		this.enrolments = enrolments;
	}

	@GetMapping
	String show(@PathVariable String token, Model model) {
		return page(this.pages.open(token, Letters.APPROVAL), token, "", model);
	}

	@PostMapping
	String answer(@PathVariable String token, @RequestParam(defaultValue = "") String besluit,
			@RequestParam(defaultValue = "") String reden, HttpServletResponse response, Model model) {
		AnswerPages.Answerable link = this.pages.open(token, Letters.APPROVAL);
		if (!besluit.equals("akkoord") && !besluit.equals("niet")) {
			throw new BadInput();
		}
		String reason = reden.strip();
		if (reason.length() > Enrolment.LONGEST_TEXT) {
			response.setStatus(422);
			model.addAttribute("tooLong", true);
			return page(link, token, reden, model);
		}
		Actor manager = Actor.manager(link.person());
		try {
			if (besluit.equals("akkoord")) {
				this.enrolments.approve(link.session(), link.enrolment(), manager);
			}
			else {
				this.enrolments.refuse(link.session(), link.enrolment(), manager, reason.isEmpty() ? null : reason);
			}
		}
		catch (EnrolmentRefused ex) {
			response.setStatus(409);
			model.addAttribute("refused", ex.reason());
			return page(link, token, reden, model);
		}
		this.pages.spend(link);
		model.addAttribute("done", besluit);
		return page(link, token, "", model);
	}

	private String page(AnswerPages.Answerable link, String token, String reason, Model model) {
		model.addAttribute("page", this.pages.page(link, "akkoord", token, EnrolmentState.REQUESTED));
		model.addAttribute("reason", reason);
		return "training/answer-approval";
	}

}
