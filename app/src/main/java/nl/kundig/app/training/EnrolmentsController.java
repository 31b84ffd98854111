package nl.kundig.app.training;

import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.app.system.PublicAddress;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentOutcome;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.training.InterestService;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingInterest;
import nl.kundig.courses.training.TrainingService;
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

/** Somebody's own enrolments, offers, proofs and calendar. */
@Controller
@RequestMapping("/inschrijvingen")
class EnrolmentsController {

	private final EnrolmentCards cards;

	private final EnrolmentService enrolments;

	private final ProofService proofs;

	private final InterestService interests;

	private final TrainingService trainings;

	private final CalendarFeeds feeds;

	private final PublicAddress address;

	private final Approvers approvers;

	EnrolmentsController(EnrolmentCards cards, EnrolmentService enrolments, ProofService proofs,
			InterestService interests, TrainingService trainings, CalendarFeeds feeds, PublicAddress address,
			Approvers approvers) {
		this.cards = cards;
		this.enrolments = enrolments;
		this.proofs = proofs;
		this.interests = interests;
		this.trainings = trainings;
		this.feeds = feeds;
		this.address = address;
		this.approvers = approvers;
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, Model model) {
		List<EnrolmentCard> all = this.cards.of(me.learner());
		List<TrainingId> interests = this.interests.of(me.learner()).stream().map(TrainingInterest::training).toList();
		model.addAttribute("offers", all.stream().filter(EnrolmentCard::isOffered).toList());
		model.addAttribute("coming", all.stream().filter(EnrolmentCard::isComing).toList());
		model.addAttribute("unreached", this.approvers.unreached(all.stream().map(EnrolmentCard::enrolment).toList()));
		model.addAttribute("over", all.stream().filter((card) -> !card.enrolment().isOpen()).toList());
		model.addAttribute("interests", interests.stream().map((training) -> asked(training)).toList());
		model.addAttribute("proofs",
				this.proofs.proofs(me.learner())
					.reversed()
					.stream()
					.map((proof) -> ProofLine.of(proof, this.trainings))
					.toList());
		model.addAttribute("feed",
				this.feeds.known(me.learner())
					.map((feed) -> this.address.of("/agenda/" + feed.secret() + ".ics"))
					.orElse(null));
		return "training/enrolments";
	}

	@PostMapping("/{session}/{enrolment}/aannemen")
	String accept(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String enrolment,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		Enrolment own = own(me, session, enrolment);
		return answer(me, own, model, message, response,
				() -> this.enrolments.accept(new SessionId(session), own.id(), Actor.learner(me.learner())));
	}

	/** Says no; who wants stays on the list for another seat. */
	@PostMapping("/{session}/{enrolment}/afslaan")
	String decline(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String enrolment,
			@RequestParam(required = false) @Nullable String blijf, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Enrolment own = own(me, session, enrolment);
		return answer(me, own, model, message, response, () -> this.enrolments.decline(new SessionId(session), own.id(),
				blijf != null, Actor.learner(me.learner())));
	}

	/** Makes the address for the own calendar, or another one instead. */
	@PostMapping("/agenda")
	String renewFeed(@AuthenticationPrincipal LoggedIn me, RedirectAttributes message) {
		boolean known = this.feeds.known(me.learner()).isPresent();
		if (known) {
			this.feeds.renew(me.learner());
		}
		else {
			this.feeds.feed(me.learner());
		}
		message.addFlashAttribute("told", known ? "feed.renewed" : "feed.made");
		return "redirect:/inschrijvingen#agenda";
	}

	private String answer(LoggedIn me, Enrolment own, Model model, RedirectAttributes message,
			HttpServletResponse response, Supplier<EnrolmentOutcome> action) {
		try {
			EnrolmentOutcome outcome = action.get();
			message.addFlashAttribute("done", outcome.enrolment().state());
			message.addFlashAttribute("overlaps", SessionController.overlaps(outcome));
			return "redirect:/inschrijvingen";
		}
		catch (EnrolmentRefused ex) {
			model.addAttribute("refused", ex.reason());
			model.addAttribute("refusedAt", own.id().value());
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			return list(me, model);
		}
	}

	private Enrolment own(LoggedIn me, String session, String enrolment) {
		return this.cards.own(me.learner(), session, enrolment).map(OwnEnrolment::enrolment).orElseThrow(NotFound::new);
	}

	private TrainingPage.Asked asked(TrainingId training) {
		return new TrainingPage.Asked(training, this.trainings.title(training));
	}

}
