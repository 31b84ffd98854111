package nl.kundig.app.training;

import java.util.List;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.training.RunSession.Outcome;
import nl.kundig.courses.enrolment.TrainingSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the sessions fill that somebody runs. */
@Controller
@RequestMapping("/beheer/regio/trainingen")
class RegionDeskController {

	private final Runners runners;

	private final RunSessions sessions;

	private final Trainees trainees;

	RegionDeskController(Runners runners, RunSessions sessions, Trainees trainees) {
		this.runners = runners;
		this.sessions = sessions;
		this.trainees = trainees;
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, Model model) {
		Running running = this.runners.of(me);
		List<RunSession> all = this.sessions.all(running, this.trainees.today().minusYears(1));
		List<RunSession> held = all.stream().filter((one) -> one.session().started()).toList();
		model.addAttribute("running", running);
		model.addAttribute("coming", all.stream().filter((one) -> !one.session().started()).toList());
		model.addAttribute("held", held.reversed());
		model.addAttribute("outcome", held.stream().map(RunSession::outcome).reduce(Outcome.NONE, Outcome::with));
		return "training/region-desk";
	}

	@GetMapping("/{session}")
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		Running running = this.runners.of(me);
		TrainingSession found = this.runners.session(running, session);
		model.addAttribute("running", running);
		model.addAttribute("plan", found.plan());
		model.addAttribute("run", this.sessions.of(running, found));
		model.addAttribute("history", found.history());
		return "training/region-session";
	}

}
