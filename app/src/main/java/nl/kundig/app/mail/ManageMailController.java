package nl.kundig.app.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.mail.MailDesk.Box;
import nl.kundig.app.mail.OutgoingMail.Attachment;
import nl.kundig.app.mail.OutgoingMail.Content;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;

import org.springframework.dao.OptimisticLockingFailureException;
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

/** Which mails went out, which wait and which did not arrive; and the switch for all. */
@Controller
@RequestMapping("/beheer/post")
class ManageMailController {

	private static final int LAST_PAGE = 20;

	private static final int LONGEST_REASON = 200;

	private final MailDesk desk;

	private final MailSwitch mailSwitch;

	private final QuietHours quietHours;

	private final RunningDeadlines deadlines;

	private final Clock clock;

	ManageMailController(MailDesk desk, MailSwitch mailSwitch, QuietHours quietHours, RunningDeadlines deadlines,
			Clock clock) {
		this.desk = desk;
		this.mailSwitch = mailSwitch;
		this.quietHours = quietHours;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = "wacht") String stand,
			@RequestParam(defaultValue = "1") int pagina, Model model) {
		Box box = Arrays.stream(Box.values())
			.filter((known) -> known.word().equals(stand))
			.findFirst()
			.orElseThrow(BadInput::new);
		if (pagina < 1 || pagina > LAST_PAGE) {
			throw new BadInput();
		}
		return show(me, box, pagina, false, model);
	}

	@PostMapping("/pauze")
	String pause(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = "") String reden,
			HttpServletResponse response, Model model) {
		checkMaySwitch(me);
		if (reden.isBlank() || reden.length() > LONGEST_REASON) {
			response.setStatus(422);
			model.addAttribute("typed", reden);
			return show(me, Box.WACHT, 1, true, model);
		}
		this.mailSwitch.set(true, me.name(), reden.strip());
		return "redirect:/beheer/post";
	}

	@PostMapping("/hervatten")
	String resume(@AuthenticationPrincipal LoggedIn me) {
		checkMaySwitch(me);
		this.mailSwitch.set(false, me.name(), "");
		return "redirect:/beheer/post";
	}

	@GetMapping("/{id}")
	String mail(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, Model model) {
		OutgoingMail mail = find(me, id);
		model.addAttribute("mail", mail);
		model.addAttribute("mayTryAgain", this.desk.mayBeTriedAgain(mail));
		model.addAttribute("readable", this.desk.isReadable());
		Content content = mail.content();
		if (this.desk.isReadable() && content != null) {
			model.addAttribute("content", content);
			model.addAttribute("html", (content.html() != null) ? MailHtml.safe(content.html()) : null);
		}
		return "mail/mail";
	}

	@GetMapping("/{id}/bijlagen/{number}")
	ResponseEntity<byte[]> attachment(@AuthenticationPrincipal LoggedIn me, @PathVariable String id,
			@PathVariable int number) {
		Content content = find(me, id).content();
		List<Attachment> attachments = (this.desk.isReadable() && content != null) ? content.attachments() : List.of();
		if (number < 1 || number > attachments.size()) {
			throw new NotFound();
		}
		Attachment attachment = attachments.get(number - 1);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(attachment.name()).build().toString())
			.body(attachment.bytes());
	}

	@PostMapping("/{id}/opnieuw")
	String tryAgain(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, RedirectAttributes message) {
		OutgoingMail mail = find(me, id);
		if (!this.desk.mayBeTriedAgain(mail)) {
			throw new OptimisticLockingFailureException("sent, under way, or too late");
		}
		this.desk.tryAgain(mail);
		message.addFlashAttribute("again", true);
		return "redirect:/beheer/post/{id}";
	}

	private OutgoingMail find(LoggedIn me, String id) {
		return this.desk.mail(me, id).orElseThrow(NotFound::new);
	}

	private void checkMaySwitch(LoggedIn me) {
		if (!this.desk.maySwitch(me)) {
			throw new NotFound();
		}
	}

	private String show(LoggedIn me, Box box, int number, boolean wrong, Model model) {
		Instant now = this.clock.instant();
		model.addAttribute("wrong", wrong);
		model.addAttribute("boxes", Arrays.stream(Box.values()).map(Box::word).toList());
		model.addAttribute("box", box.word());
		model.addAttribute("page", this.desk.page(me, box, number));
		model.addAttribute("givenUp", this.desk.hasGivenUp(me));
		model.addAttribute("sending", this.desk.isSending());
		model.addAttribute("readable", this.desk.isReadable());
		model.addAttribute("pause", this.mailSwitch.last().orElse(null));
		model.addAttribute("maySwitch", this.desk.maySwitch(me));
		model.addAttribute("deadlines", this.deadlines.of(me));
		if (this.quietHours.isQuiet(now)) {
			model.addAttribute("quietUntil", this.quietHours.end(now));
		}
		return "mail/outbox";
	}

}
