package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.SessionRefused;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;

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

/**
 * Moves a session, changes its seats, or cancels it. Each page says first who will hear
 * of it.
 */
@Controller
@RequestMapping("/beheer/regio/trainingen/{session}")
class ChangeSessionController {

	private static final String BACK = "redirect:/beheer/regio/trainingen/{session}";

	private final Runners runners;

	private final RunSessions runSessions;

	private final SessionService sessions;

	private final AccountService accounts;

	ChangeSessionController(Runners runners, RunSessions runSessions, SessionService sessions,
			AccountService accounts) {
		this.runners = runners;
		this.runSessions = runSessions;
		this.sessions = sessions;
		this.accounts = accounts;
	}

	@GetMapping("/verplaatsen")
	String move(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		return blank(me, session, "verplaatsen", model);
	}

	@PostMapping("/verplaatsen")
	String move(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Running running = this.runners.of(me);
		TrainingSession found = this.runners.session(running, session);
		SessionForm form = SessionForm.sent(sent);
		if (PlanSessionController.isOneMoreRow(sent)) {
			return form(running, found, form.withOneMoreRow(), new Mistakes(), "verplaatsen", model);
		}
		SessionReading reading = new SessionReading(form);
		List<HalfDay> halfDays = reading.halfDays();
		Venue venue = reading.venue();
		LocalDate closing = reading.closing();
		LocalDate release = reading.release();
		if (reading.mistakes().isEmpty()) {
			try {
				this.sessions.move(found.id(), halfDays, venue, closing, release, running.actor());
				message.addFlashAttribute("done", "moved");
				return BACK;
			}
			catch (SessionRefused ex) {
				reading.refuse(ex);
			}
		}
		response.setStatus(422);
		return form(running, found, form, reading.mistakes(), "verplaatsen", model);
	}

	@GetMapping("/wijzigen")
	String change(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		return blank(me, session, "wijzigen", model);
	}

	@PostMapping("/wijzigen")
	String change(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Running running = this.runners.of(me);
		TrainingSession found = this.runners.session(running, session);
		SessionForm form = SessionForm.sent(sent);
		SessionReading reading = new SessionReading(form);
		SessionTerms terms = reading.terms(running.openTo(found));
		if (reading.mistakes().isEmpty()) {
			try {
				this.sessions.change(found.id(), terms, running.actor());
				message.addFlashAttribute("done", "changed");
				return BACK;
			}
			catch (SessionRefused ex) {
				reading.refuse(ex);
			}
		}
		response.setStatus(422);
		return form(running, found, form, reading.mistakes(), "wijzigen", model);
	}

	@GetMapping("/annuleren")
	String cancel(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		Running running = this.runners.of(me);
		return cancelForm(running, this.runners.session(running, session), "", new Mistakes(), model);
	}

	@PostMapping("/annuleren")
	String cancel(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam(defaultValue = "") String reden, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Running running = this.runners.of(me);
		TrainingSession found = this.runners.session(running, session);
		try {
			this.sessions.cancel(found.id(), reden.strip(), running.actor());
			message.addFlashAttribute("done", "cancelled");
			return BACK;
		}
		catch (SessionRefused ex) {
			Mistakes mistakes = new Mistakes();
			boolean reason = ex.reason() == SessionRefused.Reason.NO_REASON
					|| ex.reason() == SessionRefused.Reason.TEXT_TOO_LONG;
			mistakes.add(reason ? "reden" : "formulier", "region.refused." + ex.reason().code());
			response.setStatus(422);
			return cancelForm(running, found, reden, mistakes, model);
		}
	}

	private String cancelForm(Running running, TrainingSession session, String reason, Mistakes mistakes, Model model) {
		addTold(running, session, model);
		model.addAttribute("reason", reason);
		model.addAttribute("mistakes", mistakes);
		return "training/region-cancel";
	}

	private String blank(LoggedIn me, String session, String mode, Model model) {
		Running running = this.runners.of(me);
		TrainingSession found = this.runners.session(running, session);
		return form(running, found, SessionForm.of(found.plan()), new Mistakes(), mode, model);
	}

	private String form(Running running, TrainingSession session, SessionForm form, Mistakes mistakes, String mode,
			Model model) {
		addTold(running, session, model);
		model.addAttribute("mode", mode);
		return PlanSessionController.show(running, running.openTo(session), form, mistakes, model);
	}

	/** Who will hear of it by mail: how many of each municipality. */
	private void addTold(Running running, TrainingSession session, Model model) {
		Map<MunicipalityId, String> names = running.names();
		Map<String, Integer> told = new TreeMap<>();
		List<Enrolment> open = session.enrolments().stream().filter(Enrolment::isOpen).toList();
		Set<LearnerId> reached = this.accounts.emails(open.stream().map(Enrolment::learner).toList()).keySet();
		open.stream()
			.filter((enrolment) -> reached.contains(enrolment.learner()))
			.forEach((enrolment) -> told.merge(
					names.getOrDefault(enrolment.municipality(), enrolment.municipality().value()), 1, Integer::sum));
		model.addAttribute("running", running);
		model.addAttribute("run", this.runSessions.of(running, session));
		model.addAttribute("told", told);
		int count = told.values().stream().mapToInt(Integer::intValue).sum();
		model.addAttribute("toldCount", count);
		model.addAttribute("notTold", open.size() - count);
	}

}
