package nl.kundig.app.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.training.ManagedSession.Person;
import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.TrainingSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who was there, for a phone in the room: all that is chosen is saved, or nothing. */
@Controller
@RequestMapping("/beheer/trainingen/{session}/aanwezigheid")
class ManageAttendanceController {

	/** How a field names the enrolment it is about. */
	private static final String FIELD = "wie.";

	private final ManagedSessions sessions;

	private final EnrolmentService enrolments;

	ManageAttendanceController(ManagedSessions sessions, EnrolmentService enrolments) {
		this.sessions = sessions;
		this.enrolments = enrolments;
	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		Desk desk = this.sessions.desk(me);
		return page(me, desk, this.sessions.session(desk, session), Map.of(), model);
	}

	@PostMapping
	String record(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam Map<String, String> fields, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		Map<EnrolmentId, Attendance> chosen = chosen(desk, found, fields);
		if (chosen.isEmpty()) {
			return refused(Reason.NOBODY, 422, me, desk, session, chosen, response, model);
		}
		try {
			this.enrolments.recordAttendance(found.id(), chosen, desk.actor(), me.learner());
		}
		catch (EnrolmentRefused ex) {
			return refused(ex.reason(), 409, me, desk, session, chosen, response, model);
		}
		message.addFlashAttribute("saved", chosen.size());
		return "redirect:/beheer/trainingen/{session}/aanwezigheid";
	}

	private Map<EnrolmentId, Attendance> chosen(Desk desk, TrainingSession session, Map<String, String> fields) {
		Map<EnrolmentId, Attendance> chosen = new LinkedHashMap<>();
		fields.forEach((field, value) -> {
			if (field.startsWith(FIELD) && !value.isEmpty()) {
				Enrolment enrolment = this.sessions.enrolment(desk, session, field.substring(FIELD.length()));
				chosen.put(enrolment.id(), Attendances.of(value).orElseThrow(BadInput::new));
			}
		});
		return chosen;
	}

	private String refused(Reason reason, int status, LoggedIn me, Desk desk, String session,
			Map<EnrolmentId, Attendance> chosen, HttpServletResponse response, Model model) {
		model.addAttribute("refused", reason);
		response.setStatus(status);
		return page(me, desk, this.sessions.session(desk, session), chosen, model);
	}

	private String page(LoggedIn me, Desk desk, TrainingSession session, Map<EnrolmentId, Attendance> chosen,
			Model model) {
		ManagedSession page = this.sessions.page(desk, session);
		Map<String, Attendance> typed = new HashMap<>();
		chosen.forEach((enrolment, attendance) -> typed.put(enrolment.value(), attendance));
		model.addAttribute("page", page);
		model.addAttribute("typed", typed);
		List<Person> open = page.expected().stream().filter((one) -> !isKnown(one)).toList();
		model.addAttribute("open", open.stream().filter((one) -> !isSelf(me, one)).toList());
		model.addAttribute("myself", open.stream().anyMatch((one) -> isSelf(me, one)));
		model.addAttribute("known", page.expected().stream().filter(ManageAttendanceController::isKnown).toList());
		model.addAttribute("attendances", Attendance.values());
		model.addAttribute("separators", Separator.values());
		return "training/manage-attendance";
	}

	/** Nobody says of themselves that they were there. */
	private static boolean isSelf(LoggedIn me, Person person) {
		return person.enrolment().learner().equals(me.learner());
	}

	private static boolean isKnown(Person person) {
		return person.enrolment().state().isAfterwards();
	}

}
