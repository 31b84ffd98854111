package nl.kundig.app.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentOutcome;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finds somebody by name and nominates or adds that person. */
@Controller
@RequestMapping("/beheer/trainingen/{session}/deelnemers")
class ManageNominationController {

	private static final int LONGEST_NAME = 100;

	private static final int MOST_FOUND = 50;

	private final ManagedSessions sessions;

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final PeopleService people;

	private final People colleagues;

	private final Approvers approvers;

	ManageNominationController(ManagedSessions sessions, EnrolmentService enrolments, TrainingService trainings,
			PeopleService people, People colleagues, Approvers approvers) {
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.people = people;
		this.colleagues = colleagues;
		this.approvers = approvers;
	}

	/**
	 * Somebody who was found.
	 *
	 * @param enrolment the newest on this session, or null
	 */
	record Candidate(Learner learner, RoleHeld role, Municipality municipality, @Nullable Enrolment enrolment) {

		public boolean isFree() {
			return this.enrolment == null || !this.enrolment.isOpen();
		}

	}

	@GetMapping
	String search(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam(defaultValue = "") String naam, Model model) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		String name = (naam.length() > LONGEST_NAME) ? naam.substring(0, LONGEST_NAME) : naam;
		model.addAttribute("desk", desk);
		model.addAttribute("page", this.sessions.page(desk, found));
		model.addAttribute("name", name);
		List<Candidate> candidates = candidates(desk, found, name);
		model.addAttribute("more", candidates.size() > MOST_FOUND);
		model.addAttribute("candidates", candidates.stream().limit(MOST_FOUND).toList());
		return "training/manage-candidates";
	}

	@GetMapping("/{learner}")
	String form(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String learner,
			Model model) {
		model.addAttribute("form", NominationForm.empty());
		return page(me, session, learner, model);
	}

	@PostMapping("/{learner}")
	String nominate(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String learner,
			@Valid @ModelAttribute("form") NominationForm form, BindingResult mistakes, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		Candidate candidate = candidate(desk, found, learner);
		if (!form.isKnown()) {
			throw new BadInput();
		}
		if (form.isAdding() && candidate.learner().id().equals(me.learner())) {
			// Who decides for others without a manager does not do so for themselves.
			mistakes.reject("desk.nominate.self");
		}
		if (!mistakes.hasErrors()) {
			try {
				EnrolmentOutcome outcome = send(desk, found, candidate, form);
				message.addFlashAttribute("done", word(outcome.enrolment().state()));
				message.addFlashAttribute("warnings",
						outcome.warnings()
							.stream()
							.filter((warning) -> warning instanceof EnrolmentOutcome.Warning.Overlaps)
							.count());
				return "redirect:/beheer/trainingen/{session}/inschrijvingen/" + outcome.enrolment().id();
			}
			catch (EnrolmentRefused ex) {
				refuse(ex, mistakes);
			}
		}
		response.setStatus(422);
		return page(me, session, learner, model);
	}

	private EnrolmentOutcome send(Desk desk, TrainingSession session, Candidate candidate, NominationForm form) {
		var application = form.application(candidate.learner().id(), candidate.municipality().id());
		return form.isAdding() ? this.enrolments.add(session.id(), application, desk.actor(), form.reasonText())
				: this.enrolments.nominate(session.id(), application, desk.actor());
	}

	private static String word(EnrolmentState state) {
		return switch (state) {
			case REQUESTED -> "requested";
			case WAITING -> "waiting";
			default -> "placed";
		};
	}

	/** The message stands where the person can do something about it. */
	private static void refuse(EnrolmentRefused refusal, BindingResult mistakes) {
		String code = "enrolment.refused." + refusal.reason().code();
		switch (refusal.reason()) {
			case NO_MANAGER, NOT_A_MANAGER, OWN_MANAGER -> mistakes.rejectValue("manager", code);
			case NO_REASON -> mistakes.rejectValue("reason", code);
			case PREREQUISITE_UNCONFIRMED -> mistakes.rejectValue("prerequisites", code);
			case TEXT_TOO_LONG -> mistakes.rejectValue("wishes", code);
			default -> mistakes.reject(code);
		}
	}

	private String page(LoggedIn me, String session, String learner, Model model) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		Candidate candidate = candidate(desk, found, learner);
		model.addAttribute("desk", desk);
		model.addAttribute("page", this.sessions.page(desk, found));
		model.addAttribute("candidate", candidate);
		boolean approval = this.enrolments.needsApproval(candidate.municipality().id());
		model.addAttribute("approval", approval);
		model.addAttribute("approvers",
				approval ? this.approvers.of(candidate.learner().id(), candidate.municipality().id()) : null);
		model.addAttribute("missing",
				this.enrolments.missingPrerequisites(found.id(), candidate.learner().id())
					.stream()
					.map(this.trainings::title)
					.toList());
		return "training/manage-nominate";
	}

	private List<Candidate> candidates(Desk desk, TrainingSession session, String name) {
		List<Candidate> candidates = new ArrayList<>();
		for (Municipality municipality : places(desk, session)) {
			this.colleagues.colleagues(municipality.id(), name, MOST_FOUND + 1)
				.forEach((learner) -> candidates.add(candidate(session, learner, municipality)));
		}
		candidates.sort(Comparator.comparing((Candidate candidate) -> candidate.learner().name()));
		return candidates;
	}

	/** Somebody this desk may send to this session; anybody else is as if unknown. */
	private Candidate candidate(Desk desk, TrainingSession session, String id) {
		return places(desk, session).stream()
			.flatMap((municipality) -> this.colleagues.colleague(new LearnerId(id), municipality.id())
				.map((learner) -> candidate(session, learner, municipality))
				.stream())
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	private Candidate candidate(TrainingSession session, Learner learner, Municipality municipality) {
		return new Candidate(learner,
				Objects.requireNonNull(this.colleagues.role(learner, municipality.id()).orElse(null)), municipality,
				session.enrolmentOf(learner.id()).orElse(null));
	}

	private List<Municipality> places(Desk desk, TrainingSession session) {
		return this.people.municipalities()
			.stream()
			.filter((municipality) -> desk.isFor(municipality) && session.owner().isOpenTo(municipality))
			.toList();
	}

}
