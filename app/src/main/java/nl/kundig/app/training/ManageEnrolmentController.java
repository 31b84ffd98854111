package nl.kundig.app.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentOutcome;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person's enrolment: what happened, and taking off, sending another, correcting. */
@Controller
@RequestMapping("/beheer/trainingen/{session}/inschrijvingen/{enrolment}")
class ManageEnrolmentController {

	private static final String BACK = "redirect:/beheer/trainingen/{session}/inschrijvingen/{enrolment}";

	/** As many as a list can hold that somebody reads to the end. */
	private static final int MOST_COLLEAGUES = 500;

	private final ManagedSessions sessions;

	private final EnrolmentService enrolments;

	private final SessionCards cards;

	private final People people;

	private final Approvers approvers;

	ManageEnrolmentController(ManagedSessions sessions, EnrolmentService enrolments, SessionCards cards, People people,
			Approvers approvers) {
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.cards = cards;
		this.people = people;
		this.approvers = approvers;
	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String enrolment,
			Model model) {
		return page(me, session, enrolment, model);
	}

	@PostMapping("/afmelden")
	String withdraw(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String enrolment,
			@RequestParam(defaultValue = "") String reden, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Found found = find(me, session, enrolment);
		model.addAttribute("typedReason", reden);
		return done("withdrawn", () -> this.enrolments.withdraw(found.session().id(), found.enrolment().id(),
				found.desk().actor(), reden), me, found, response, model, message);
	}

	@PostMapping("/collega")
	String sendColleague(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@PathVariable String enrolment, @RequestParam(defaultValue = "") String collega,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		Found found = find(me, session, enrolment);
		if (collega.isBlank()) {
			return refused(Reason.NOBODY, "colleague", 422, me, found, response, model);
		}
		try {
			EnrolmentOutcome outcome = this.enrolments.handSeatTo(found.session().id(), found.enrolment().id(),
					new LearnerId(collega), null, found.desk().actor());
			message.addFlashAttribute("done",
					(outcome.enrolment().state() == EnrolmentState.REQUESTED) ? "seatKept" : "seatGiven");
			return "redirect:/beheer/trainingen/{session}/inschrijvingen/" + outcome.enrolment().id();
		}
		catch (EnrolmentRefused ex) {
			return refused(ex.reason(), "colleague", 409, me, found, response, model);
		}
	}

	/** Another manager is asked, because the first one cannot answer. */
	@PostMapping("/leidinggevende")
	String askAnother(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@PathVariable String enrolment, @RequestParam(defaultValue = "") String leidinggevende,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		Found found = find(me, session, enrolment);
		if (leidinggevende.isBlank()) {
			return refused(Reason.NO_MANAGER, "manager", 422, me, found, response, model);
		}
		try {
			this.enrolments.askAnother(found.session().id(), found.enrolment().id(), new LearnerId(leidinggevende),
					found.desk().actor());
			message.addFlashAttribute("done", "managerAsked");
			return BACK;
		}
		catch (EnrolmentRefused ex) {
			return refused(ex.reason(), "manager", 409, me, found, response, model);
		}
	}

	@PostMapping("/verbeteren")
	String correct(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, @PathVariable String enrolment,
			@RequestParam(defaultValue = "") String aanwezigheid, @RequestParam(defaultValue = "") String waarom,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		Found found = find(me, session, enrolment);
		Attendance attendance = Attendances.of(aanwezigheid).orElseThrow(BadInput::new);
		model.addAttribute("typedAttendance", attendance);
		model.addAttribute("typedCorrection", waarom);
		return done("corrected", () -> this.enrolments.correct(found.session().id(), found.enrolment().id(), attendance,
				found.desk().actor(), me.learner(), waarom), me, found, response, model, message);
	}

	private String done(String what, Supplier<?> change, LoggedIn me, Found found, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		try {
			change.get();
			message.addFlashAttribute("done", what);
			return BACK;
		}
		catch (EnrolmentRefused ex) {
			boolean typed = ex.reason() == Reason.NO_REASON || ex.reason() == Reason.TEXT_TOO_LONG;
			String field = !typed ? "" : "corrected".equals(what) ? "correction" : "reason";
			return refused(ex.reason(), field, typed ? 422 : 409, me, found, response, model);
		}
	}

	private String refused(Reason reason, String field, int status, LoggedIn me, Found found,
			HttpServletResponse response, Model model) {
		model.addAttribute("refused", reason);
		model.addAttribute("field", field);
		response.setStatus(status);
		return page(me, found.session().id().value(), found.enrolment().id().value(), model);
	}

	private Found find(LoggedIn me, String session, String enrolment) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		return new Found(desk, found, this.sessions.enrolment(desk, found, enrolment));
	}

	private String page(LoggedIn me, String session, String enrolment, Model model) {
		Found found = find(me, session, enrolment);
		Enrolment one = found.enrolment();
		boolean newest = found.session().enrolmentOf(one.learner()).filter(one::equals).isPresent();
		ManagedSession page = this.sessions.page(found.desk(), found.session());
		model.addAttribute("desk", found.desk());
		model.addAttribute("page", page);
		model.addAttribute("enrolment", one);
		LearnerId manager = one.manager();
		Map<LearnerId, String> names = this.people
			.names((manager != null) ? List.of(one.learner(), manager) : List.of(one.learner()));
		model.addAttribute("name", People.name(names, one.learner()));
		model.addAttribute("manager", (manager != null) ? People.name(names, manager) : "");
		model.addAttribute("until", ManagedSession.until(one));
		boolean ours = newest && found.desk().speaksFor(found.session(), one);
		model.addAttribute("mayWithdraw", ours && one.isOpen() && !page.started());
		boolean correctable = newest && one.state().isAfterwards() && page.attendance();
		boolean self = one.learner().equals(me.learner());
		model.addAttribute("mayCorrect", correctable && !self);
		model.addAttribute("myself", correctable && self);
		model.addAttribute("unreached", this.approvers.isUnreached(one));
		boolean asks = ours && one.state() == EnrolmentState.REQUESTED && one.needsManager() && !page.started();
		model.addAttribute("others", asks ? others(one) : null);
		model.addAttribute("attendances", Attendance.values());
		model.addAttribute("colleagues",
				(ours && one.state().isPlaced() && !page.started()) ? colleagues(found) : Map.of());
		return "training/manage-enrolment";
	}

	/** Whom the coordinator can ask instead. */
	private Approvers.Choice others(Enrolment enrolment) {
		Approvers.Choice all = this.approvers.of(enrolment.learner(), enrolment.municipality());
		Map<String, String> names = new LinkedHashMap<>(all.names());
		names.keySet().removeIf((manager) -> new LearnerId(manager).equals(enrolment.manager()));
		return new Approvers.Choice(names, all.reached());
	}

	/** Everybody of the municipality without a seat, by name. */
	private Map<String, String> colleagues(Found found) {
		Map<String, String> colleagues = new LinkedHashMap<>();
		this.people.colleagues(found.enrolment().municipality(), "", MOST_COLLEAGUES)
			.stream()
			.filter((learner) -> found.session().enrolmentOf(learner.id()).filter(Enrolment::holdsSeat).isEmpty())
			.forEach((learner) -> colleagues.put(learner.id().value(), learner.name()));
		return colleagues;
	}

	/** What an address names. */
	private record Found(Desk desk, TrainingSession session, Enrolment enrolment) {
	}

}
