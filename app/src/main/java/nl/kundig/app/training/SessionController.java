package nl.kundig.app.training;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentOutcome;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One session: when, where, how many seats, and getting one. */
@Controller
@RequestMapping("/trainingen/{session}")
class SessionController {

	private final SessionPages pages;

	private final EnrolmentService enrolments;

	private final Trainees trainees;

	private final Approvers approvers;

	SessionController(SessionPages pages, EnrolmentService enrolments, Trainees trainees, Approvers approvers) {
		this.pages = pages;
		this.enrolments = enrolments;
		this.trainees = trainees;
		this.approvers = approvers;
	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		model.addAttribute("form", EnrolForm.empty());
		return page(me, session, model);
	}

	@PostMapping("/aanvragen")
	String apply(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@Valid @ModelAttribute("form") EnrolForm form, BindingResult mistakes, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		Viewer viewer = this.trainees.viewer(me);
		Trainee trainee = viewer.trainee();
		if (trainee == null || this.pages.seen(viewer, session).isEmpty()) {
			throw new NotFound();
		}
		if (!mistakes.hasErrors()) {
			try {
				EnrolmentOutcome outcome = this.enrolments.apply(new SessionId(session), form.application(trainee),
						Actor.learner(trainee.learner()));
				message.addFlashAttribute("done", outcome.enrolment().state());
				message.addFlashAttribute("overlaps", overlaps(outcome));
				return "redirect:/trainingen/{session}";
			}
			catch (EnrolmentRefused ex) {
				refuse(ex, mistakes);
			}
		}
		response.setStatus(422);
		return page(me, session, model);
	}

	@PostMapping("/afmelden")
	String withdraw(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		Viewer viewer = this.trainees.viewer(me);
		Enrolment own = this.pages.seen(viewer, session).map(viewer::own).orElseThrow(NotFound::new);
		try {
			this.enrolments.withdraw(new SessionId(session), own.id(), Actor.learner(viewer.learner()), null);
			message.addFlashAttribute("done", EnrolmentState.CANCELLED);
			return "redirect:/trainingen/{session}";
		}
		catch (EnrolmentRefused ex) {
			model.addAttribute("refused", ex.reason());
			model.addAttribute("form", EnrolForm.empty());
			response.setStatus(409);
			return page(me, session, model);
		}
	}

	private String page(LoggedIn me, String session, Model model) {
		SessionPage page = this.pages.page(me, session).orElseThrow(NotFound::new);
		model.addAttribute("page", page);
		model.addAttribute("approvers", this.approvers.choice(page.managers()));
		model.addAttribute("unreached", this.approvers.isUnreached(page.own()));
		return "training/session";
	}

	/** How many other sessions of the person are at the same time. */
	static long overlaps(EnrolmentOutcome outcome) {
		return outcome.warnings()
			.stream()
			.filter((warning) -> warning instanceof EnrolmentOutcome.Warning.Overlaps)
			.count();
	}

	/** The message stands where the person can do something about it. */
	private static void refuse(EnrolmentRefused refusal, BindingResult mistakes) {
		String code = "enrolment.refused." + refusal.reason().code();
		switch (refusal.reason()) {
			case NO_MANAGER, NOT_A_MANAGER, OWN_MANAGER -> mistakes.rejectValue("manager", code);
			case PREREQUISITE_UNCONFIRMED -> mistakes.rejectValue("prerequisites", code);
			case TEXT_TOO_LONG -> mistakes.rejectValue("wishes", code);
			default -> mistakes.reject(code);
		}
	}

}
