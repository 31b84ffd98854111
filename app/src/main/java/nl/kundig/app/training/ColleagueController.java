package nl.kundig.app.training;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.EnrolmentOutcome;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending a colleague instead: the seat goes over in one step. */
@Controller
@RequestMapping("/inschrijvingen/{session}/{enrolment}/collega")
class ColleagueController {

	private final EnrolmentCards cards;

	private final EnrolmentService enrolments;

	private final SessionCards sessions;

	private final Colleagues colleagues;

	ColleagueController(EnrolmentCards cards, EnrolmentService enrolments, SessionCards sessions,
			Colleagues colleagues) {
		this.cards = cards;
		this.enrolments = enrolments;
		this.sessions = sessions;
		this.colleagues = colleagues;
	}

	@GetMapping
	String choose(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String enrolment,
			@RequestParam(defaultValue = "") String naam, Model model) {
		OwnEnrolment own = own(me, session, enrolment);
		return isSwappable(own) ? page(own, naam, model) : "redirect:/inschrijvingen";
	}

	@PostMapping
	String send(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String enrolment,
			@RequestParam(defaultValue = "") String naam, @RequestParam(required = false) @Nullable String collega,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		OwnEnrolment own = own(me, session, enrolment);
		String wrong;
		if (collega == null || collega.isBlank()) {
			wrong = "enrol.colleague.missing";
		}
		else if (!this.colleagues.maySend(own, new LearnerId(collega))) {
			wrong = "enrolment.refused.unknown-learner";
		}
		else {
			try {
				EnrolmentOutcome outcome = this.enrolments.handSeatTo(own.session().id(), own.enrolment().id(),
						new LearnerId(collega), null, Actor.learner(me.learner()));
				message.addFlashAttribute("told", outcome.enrolment().state().isPlaced() ? "sent" : "sent.asked");
				return "redirect:/inschrijvingen";
			}
			catch (EnrolmentRefused ex) {
				wrong = "enrolment.refused." + ex.reason().code();
			}
		}
		model.addAttribute("wrong", wrong);
		response.setStatus(422);
		return page(own, naam, model);
	}

	private String page(OwnEnrolment own, String typed, Model model) {
		String name = typed.strip();
		List<Colleague> found = this.colleagues.find(own, name);
		model.addAttribute("session", own.session().id());
		model.addAttribute("plan", own.session().plan());
		model.addAttribute("enrolment", own.enrolment());
		// Not "title": that is what the frame calls the page's own.
		model.addAttribute("trainingTitle", this.sessions.training(own.session().training()).title());
		model.addAttribute("name", name);
		model.addAttribute("colleagues", found);
		model.addAttribute("more", found.size() == Colleagues.MOST);
		return "training/colleague";
	}

	private boolean isSwappable(OwnEnrolment own) {
		return own.enrolment().state().isPlaced() && !own.session().isStarted(this.cards.now());
	}

	private OwnEnrolment own(LoggedIn me, String session, String enrolment) {
		return this.cards.own(me.learner(), session, enrolment).orElseThrow(NotFound::new);
	}

}
