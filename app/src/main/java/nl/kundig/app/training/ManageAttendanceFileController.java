package nl.kundig.app.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.training.AttendanceRow.Finding;
import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A list of who was there, as a file: shown row by row first, and then exactly that is
 * done. The file is not kept.
 */
@Controller
@RequestMapping("/beheer/trainingen/{session}/aanwezigheid/bestand")
class ManageAttendanceFileController {

	private final ManagedSessions sessions;

	private final EnrolmentService enrolments;

	private final AccountService accounts;

	ManageAttendanceFileController(ManagedSessions sessions, EnrolmentService enrolments, AccountService accounts) {
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.accounts = accounts;
	}

	@PostMapping
	String preview(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String scheiding, HttpServletResponse response, Model model)
			throws IOException {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		Separator chosen = scheiding.isEmpty() ? null
				: Arrays.stream(Separator.values())
					.filter((known) -> known.name().equals(scheiding))
					.findFirst()
					.orElseThrow(BadInput::new);
		byte[] bytes = (file != null) ? file.getBytes() : new byte[0];
		AttendancePreview preview = AttendanceFile.read(bytes, expected(desk, found), chosen);
		// A list adds what was not known; what was known is corrected one by one, with a
		// reason.
		List<AttendanceRow> corrections = preview.rows()
			.stream()
			.filter((row) -> row.finding() == Finding.CHANGES && row.person() != null
					&& row.person().recorded() != null)
			.toList();
		boolean started = this.sessions.page(desk, found).attendance();
		boolean self = found.enrolmentOf(me.learner())
			.map((own) -> own.id().value())
			.filter((own) -> preview.rows().stream().anyMatch((row) -> isChangeOf(own, row)))
			.isPresent();
		if (self) {
			model.addAttribute("refused", Reason.OWN_ATTENDANCE);
		}
		if (preview.isStopped() || !corrections.isEmpty() || !started || self) {
			response.setStatus(422);
		}
		model.addAttribute("preview", preview);
		model.addAttribute("stopped", preview.isStopped());
		model.addAttribute("stopping", Arrays.stream(Finding.values()).filter(Finding::stops).toList());
		model.addAttribute("corrections", corrections);
		model.addAttribute("canBeDone", preview.canBeDone() && corrections.isEmpty() && started && !self);
		return page(desk, found, model);
	}

	private static boolean isChangeOf(String enrolment, AttendanceRow row) {
		return row.finding() == Finding.CHANGES && row.person() != null && row.person().enrolment().equals(enrolment);
	}

	@PostMapping("/vastleggen")
	String record(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam(required = false) @Nullable List<String> regel,
			@RequestParam(defaultValue = "") String gezien, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		AttendanceChanges changes = changes(Objects.requireNonNullElse(regel, List.of()));
		if (changes.presences().isEmpty()) {
			throw new BadInput();
		}
		if (!changes.fingerprint(expected(desk, found)).equals(gezien)) {
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			model.addAttribute("outdated", true);
			return page(desk, found, model);
		}
		Map<EnrolmentId, Attendance> attendances = new HashMap<>();
		changes.presences()
			.forEach((enrolment, presence) -> attendances.put(this.sessions.enrolment(desk, found, enrolment).id(),
					Attendances.of(presence)));
		try {
			this.enrolments.recordAttendance(found.id(), attendances, desk.actor(), me.learner());
		}
		catch (EnrolmentRefused ex) {
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			model.addAttribute("refused", ex.reason());
			return page(desk, this.sessions.session(desk, session), model);
		}
		message.addFlashAttribute("saved", attendances.size());
		return "redirect:/beheer/trainingen/{session}/aanwezigheid";
	}

	/** As the preview wrote them: "enrolment PRESENT". */
	private static AttendanceChanges changes(List<String> rows) {
		Map<String, Presence> presences = new HashMap<>();
		for (String row : rows) {
			int blank = row.indexOf(' ');
			if (blank < 0) {
				throw new BadInput();
			}
			Presence presence = Arrays.stream(Presence.values())
				.filter((known) -> known.name().equals(row.substring(blank + 1)))
				.findFirst()
				.orElseThrow(BadInput::new);
			if (presences.put(row.substring(0, blank), presence) != null) {
				throw new BadInput();
			}
		}
		return new AttendanceChanges(presences);
	}

	private List<Expected> expected(Desk desk, TrainingSession session) {
		List<ManagedSession.Person> people = this.sessions.people(desk, session)
			.stream()
			.filter((person) -> ManagedSession.isExpected(person.enrolment()))
			.toList();
		Map<LearnerId, String> emails = this.accounts
			.emails(people.stream().map(ManagedSession.Person::enrolment).map(Enrolment::learner).toList());
		return people.stream()
			.map((person) -> new Expected(person.enrolment().id().value(), person.name(),
					emails.get(person.enrolment().learner()), Attendances.presence(person.enrolment().state())))
			.toList();
	}

	private String page(Desk desk, TrainingSession session, Model model) {
		model.addAttribute("page", this.sessions.page(desk, session));
		model.addAttribute("separators", Separator.values());
		return "training/manage-attendance-file";
	}

}
