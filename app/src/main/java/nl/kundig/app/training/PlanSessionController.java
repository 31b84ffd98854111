package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionRefused;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans a session, or the same one once more. */
@Controller
@RequestMapping("/beheer/regio/trainingen")
class PlanSessionController {

	private final Runners runners;

	private final RunSessions runSessions;

	private final SessionService sessions;

	private final TrainingService trainings;

	private final Trainees trainees;

	PlanSessionController(Runners runners, RunSessions runSessions, SessionService sessions, TrainingService trainings,
			Trainees trainees) {
		this.runners = runners;
		this.runSessions = runSessions;
		this.sessions = sessions;
		this.trainings = trainings;
		this.trainees = trainees;
	}

	@GetMapping("/nieuw")
	String blank(@AuthenticationPrincipal LoggedIn me, Model model) {
		return form(this.runners.of(me), SessionForm.empty(), new Mistakes(), model);
	}

	@PostMapping("/nieuw")
	String plan(@AuthenticationPrincipal LoggedIn me, @RequestParam MultiValueMap<String, String> sent,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		Running running = this.runners.of(me);
		SessionForm form = SessionForm.sent(sent);
		if (isOneMoreRow(sent)) {
			return form(running, form.withOneMoreRow(), new Mistakes(), model);
		}
		SessionReading reading = new SessionReading(form);
		if (form.training().isEmpty()) {
			reading.mistakes().add("training", "region.mistake.training");
		}
		SessionPlan plan = reading.plan(running.municipalities());
		if (reading.mistakes().isEmpty()) {
			try {
				TrainingId training = new TrainingId(form.training());
				TrainingSession planned = this.sessions.plan(training, owner(running, form, training), plan,
						running.actor());
				message.addFlashAttribute("done", "planned");
				return "redirect:/beheer/regio/trainingen/" + planned.id();
			}
			catch (SessionRefused ex) {
				reading.refuse(ex);
			}
		}
		response.setStatus(422);
		return form(running, form, reading.mistakes(), model);
	}

	private Owner owner(Running running, SessionForm form, TrainingId training) {
		if (running.isRegion() && form.organiser().equals("aanbieder")) {
			return this.trainings.training(training)
				.map((known) -> Owner.of(known.provider(), running.region()))
				.orElse(running.owner());
		}
		return running.owner();
	}

	private String form(Running running, SessionForm form, Mistakes mistakes, Model model) {
		model.addAttribute("trainings",
				this.trainings.trainings()
					.stream()
					.filter((training) -> training.isOfferedOn(this.trainees.today()))
					.toList());
		model.addAttribute("mode", "nieuw");
		return show(running, running.municipalities(), form, mistakes, model);
	}

	@GetMapping("/{session}/kopie")
	String copy(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		Running running = this.runners.of(me);
		TrainingSession like = this.runners.session(running, session);
		return copyForm(running, like, SessionForm.of(like.plan()).withoutDays(), new Mistakes(), model);
	}

	@PostMapping("/{session}/kopie")
	String copy(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Running running = this.runners.of(me);
		TrainingSession like = this.runners.session(running, session);
		SessionForm form = SessionForm.sent(sent);
		if (isOneMoreRow(sent)) {
			return copyForm(running, like, form.withOneMoreRow(), new Mistakes(), model);
		}
		SessionReading reading = new SessionReading(form);
		List<HalfDay> halfDays = reading.halfDays();
		LocalDate closing = reading.closing();
		LocalDate release = reading.release();
		if (reading.mistakes().isEmpty()) {
			try {
				TrainingSession planned = this.sessions.copy(like.id(), halfDays, closing, release, running.actor());
				message.addFlashAttribute("done", "copied");
				return "redirect:/beheer/regio/trainingen/" + planned.id();
			}
			catch (SessionRefused ex) {
				reading.refuse(ex);
			}
		}
		response.setStatus(422);
		return copyForm(running, like, form, reading.mistakes(), model);
	}

	private String copyForm(Running running, TrainingSession like, SessionForm form, Mistakes mistakes, Model model) {
		model.addAttribute("run", this.runSessions.of(running, like));
		model.addAttribute("mode", "kopie");
		return show(running, running.openTo(like), form, mistakes, model);
	}

	/**
	 * Whether the button was pressed that only makes room; without it nothing is lost.
	 */
	static boolean isOneMoreRow(MultiValueMap<String, String> sent) {
		return SessionForm.one(sent, "doe").equals("dagdeel");
	}

	/** The municipalities are those that seats can be kept for. */
	static String show(Running running, List<Municipality> open, SessionForm form, Mistakes mistakes, Model model) {
		model.addAttribute("open", open);
		model.addAttribute("running", running);
		model.addAttribute("form", form);
		model.addAttribute("mistakes", mistakes);
		return "training/region-plan";
	}

}
