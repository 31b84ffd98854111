package nl.kundig.app.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;
import nl.kundig.app.table.TableFiles;
import nl.kundig.app.table.TableFormat;
import nl.kundig.app.training.ParticipantList.Template;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One session as who looks after people sees it, and the list for the provider. */
@Controller
@RequestMapping("/beheer/trainingen/{session}")
class ManageSessionController {

	private final ManagedSessions sessions;

	private final EnrolmentService enrolments;

	private final ParticipantLists lists;

	private final MessageSource messages;

	ManageSessionController(ManagedSessions sessions, EnrolmentService enrolments, ParticipantLists lists,
			MessageSource messages) {
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.lists = lists;
		this.messages = messages;
	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		Desk desk = this.sessions.desk(me);
		return page(desk, this.sessions.session(desk, session), model);
	}

	@PostMapping("/doorgeven")
	String handOver(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		try {
			this.enrolments.handOver(found.id(), desk.actor());
		}
		catch (EnrolmentRefused ex) {
			return refused(ex, desk, found.id(), response, model);
		}
		message.addFlashAttribute("done", "handedOver");
		return "redirect:/beheer/trainingen/{session}";
	}

	@PostMapping("/bevestigen")
	String confirm(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@RequestParam(required = false) @Nullable List<String> wie, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		List<EnrolmentId> chosen = Objects.requireNonNullElse(wie, List.<String>of())
			.stream()
			.map(EnrolmentId::new)
			.toList();
		if (chosen.isEmpty()) {
			model.addAttribute("refused", EnrolmentRefused.Reason.NOBODY);
			response.setStatus(422);
			return page(desk, found, model);
		}
		try {
			this.enrolments.confirm(found.id(), chosen, desk.actor());
		}
		catch (EnrolmentRefused ex) {
			return refused(ex, desk, found.id(), response, model);
		}
		message.addFlashAttribute("done", "confirmed");
		return "redirect:/beheer/trainingen/{session}";
	}

	/** Who comes, as a file; a municipality gets its own people only. */
	@GetMapping("/deelnemerslijst.{format}")
	ResponseEntity<byte[]> list(@AuthenticationPrincipal LoggedIn me, @PathVariable String session,
			@PathVariable String format, @RequestParam(defaultValue = "general") String sjabloon, Locale locale) {
		TableFormat chosen = TableFormat.of(format).orElseThrow(NotFound::new);
		Template template = Arrays.stream(Template.values())
			.filter((known) -> known.name().toLowerCase(Locale.ROOT).equals(sjabloon))
			.findFirst()
			.orElseThrow(BadInput::new);
		Desk desk = this.sessions.desk(me);
		TrainingSession found = this.sessions.session(desk, session);
		byte[] file = TableFiles.write(chosen,
				this.lists.of(desk, found, locale).tables(template, this.messages, locale));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(chosen.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("deelnemers-" + found.firstDay() + "." + chosen.extension())
						.build()
						.toString())
			.body(file);
	}

	private String refused(EnrolmentRefused refusal, Desk desk, SessionId id, HttpServletResponse response,
			Model model) {
		model.addAttribute("refused", refusal.reason());
		response.setStatus(HttpServletResponse.SC_CONFLICT);
		return page(desk, this.sessions.session(desk, id.value()), model);
	}

	private String page(Desk desk, TrainingSession session, Model model) {
		model.addAttribute("desk", desk);
		model.addAttribute("page", this.sessions.page(desk, session));
		model.addAttribute("formats", TableFormat.values());
		return "training/manage-session";
	}

}
