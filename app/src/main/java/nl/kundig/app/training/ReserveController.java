package nl.kundig.app.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
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

/** The region gives away the seats that it kept apart. */
@Controller
@RequestMapping("/beheer/regio/trainingen/{session}/reserve")
class ReserveController {

	private static final int SHOWN = 10;

	private static final int LONGEST_NAME = 100;

	private final Runners runners;

	private final RunSessions runSessions;

	private final EnrolmentService enrolments;

	private final PeopleService people;

	ReserveController(Runners runners, RunSessions runSessions, EnrolmentService enrolments, PeopleService people) {
		this.runners = runners;
		this.runSessions = runSessions;
		this.enrolments = enrolments;
		this.people = people;
	}

	/**
	 * Somebody who could get the seat.
	 *
	 * @param state of the person on this session, or null
	 */
	public record Candidate(String key, String name, String place, @Nullable EnrolmentState state) {
	}

	@GetMapping
	String search(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam(defaultValue = "") String naam, Model model) {
		Running running = region(me);
		return show(running, this.runners.session(running, session), naam, "", new Mistakes(), model);
	}

	@PostMapping
	String give(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam(defaultValue = "") String naam, @RequestParam(defaultValue = "") String wie,
			@RequestParam(defaultValue = "") String reden, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Running running = region(me);
		TrainingSession found = this.runners.session(running, session);
		Mistakes mistakes = new Mistakes();
		String[] chosen = wie.split("@", 2);
		if (chosen.length < 2) {
			mistakes.add("wie", "region.mistake.person");
		}
		if (chosen[0].equals(me.learner().value())) {
			// Who decides for others without a manager does not do so for themselves.
			mistakes.add("wie", "desk.nominate.self");
		}
		if (reden.isBlank()) {
			mistakes.add("reden", "region.refused.no-reason");
		}
		if (mistakes.isEmpty()) {
			try {
				Enrolment given = this.enrolments
					.add(found.id(), Application.of(new LearnerId(chosen[0]), new MunicipalityId(chosen[1])),
							running.actor(), reden)
					.enrolment();
				message.addFlashAttribute("done", given.state().isPlaced() ? "given" : "listed");
				return "redirect:/beheer/regio/trainingen/{session}";
			}
			catch (EnrolmentRefused ex) {
				mistakes.add((ex.reason() == EnrolmentRefused.Reason.TEXT_TOO_LONG) ? "reden" : "wie",
						"enrolment.refused." + ex.reason().code());
			}
		}
		response.setStatus(422);
		model.addAttribute("chosen", wie);
		return show(running, found, naam, reden, mistakes, model);
	}

	private Running region(LoggedIn me) {
		Running running = this.runners.of(me);
		if (!running.isRegion()) {
			throw new NotFound();
		}
		return running;
	}

	private String show(Running running, TrainingSession session, String typed, String reason, Mistakes mistakes,
			Model model) {
		String name = (typed.length() > LONGEST_NAME) ? typed.substring(0, LONGEST_NAME) : typed.strip();
		model.addAttribute("running", running);
		model.addAttribute("run", this.runSessions.of(running, session));
		model.addAttribute("name", name);
		model.addAttribute("reason", reason);
		model.addAttribute("candidates", name.isEmpty() ? List.of() : candidates(running, session, name));
		model.addAttribute("mistakes", mistakes);
		return "training/region-reserve";
	}

	/** The first so many by name, whichever municipality they work for. */
	private List<Candidate> candidates(Running running, TrainingSession session, String name) {
		List<Candidate> found = new ArrayList<>();
		for (Municipality municipality : running.openTo(session)) {
			for (Learner learner : this.people.learners(municipality.id(), name, SHOWN)) {
				found.add(new Candidate(learner.id() + "@" + municipality.id(), learner.name(), municipality.name(),
						session.enrolmentOf(learner.id()).map(Enrolment::state).orElse(null)));
			}
		}
		return found.stream().sorted(Comparator.comparing(Candidate::name)).limit(SHOWN).toList();
	}

}
