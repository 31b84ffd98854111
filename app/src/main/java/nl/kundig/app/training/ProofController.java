package nl.kundig.app.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.training.ProofDraft;
import nl.kundig.courses.training.ProofFile;
import nl.kundig.courses.training.ProofId;
import nl.kundig.courses.training.ProofRefused;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.ProofSubject;
import nl.kundig.courses.training.Training;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing in a proof of a training, of ours or followed elsewhere. */
@Controller
@RequestMapping("/inschrijvingen/bewijs")
class ProofController {

	private final ProofService proofs;

	private final ProofChoices choices;

	private final EnrolmentCards enrolments;

	private final SessionCards sessions;

	private final Trainees trainees;

	ProofController(ProofService proofs, ProofChoices choices, EnrolmentCards enrolments, SessionCards sessions,
			Trainees trainees) {
		this.proofs = proofs;
		this.choices = choices;
		this.enrolments = enrolments;
		this.sessions = sessions;
		this.trainees = trainees;
	}

	@GetMapping
	String form(@AuthenticationPrincipal LoggedIn me, @RequestParam(required = false) @Nullable String sessie,
			@RequestParam(required = false) @Nullable String inschrijving,
			@RequestParam(required = false) @Nullable String wat, Model model) {
		this.trainees.of(me).orElseThrow(NotFound::new);
		return page(me, ProofForm.about(sessie, inschrijving, wat), model);
	}

	@PostMapping
	String handIn(@AuthenticationPrincipal LoggedIn me, @ModelAttribute("form") ProofForm form, BindingResult mistakes,
			@RequestParam(name = "file", required = false) @Nullable MultipartFile file, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		Trainee trainee = this.trainees.of(me).orElseThrow(NotFound::new);
		ProofDraft draft = form.isOfSession() ? ofSession(trainee, attended(me, form))
				: elsewhere(trainee, form, mistakes);
		if (draft != null) {
			try {
				this.proofs.handIn(draft, bytes(file), name(file));
				message.addFlashAttribute("told", "proof.handedIn");
				return "redirect:/inschrijvingen#bewijzen";
			}
			catch (ProofRefused ex) {
				refuse(ex, mistakes);
			}
		}
		response.setStatus(422);
		return page(me, form, model);
	}

	/** The own file again, to keep and never to show. */
	@GetMapping("/{proof}")
	ResponseEntity<byte[]> download(@AuthenticationPrincipal LoggedIn me, @PathVariable String proof) {
		ProofFile file = this.proofs.file(new ProofId(proof), me.learner()).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name()).build().toString())
			.body(file.bytes());
	}

	private String page(LoggedIn me, ProofForm form, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", form);
		}
		if (form.isOfSession()) {
			OwnEnrolment own = attended(me, form);
			model.addAttribute("training", this.sessions.training(own.session().training()));
			model.addAttribute("plan", own.session().plan());
		}
		else {
			model.addAttribute("choices", this.choices.of(me.learner()));
		}
		model.addAttribute("today", this.trainees.today());
		return "training/proof";
	}

	/** Whoever was not there has nothing to prove. */
	private OwnEnrolment attended(LoggedIn me, ProofForm form) {
		return this.enrolments.own(me.learner(), form.sessie(), form.inschrijving())
			.filter((own) -> own.enrolment().state() == EnrolmentState.ATTENDED)
			.orElseThrow(NotFound::new);
	}

	private ProofDraft ofSession(Trainee trainee, OwnEnrolment own) {
		Training training = this.sessions.training(own.session().training());
		return new ProofDraft(trainee.learner(), own.enrolment().municipality(),
				new ProofSubject.OfTraining(training.id()), own.session().lastDay(), this.sessions.provider(training),
				own.session().id().value(), own.enrolment().id().value());
	}

	/** Null when something is missing, which then stands at its field. */
	private @Nullable ProofDraft elsewhere(Trainee trainee, ProofForm form, BindingResult mistakes) {
		ProofSubject subject = this.choices.subject(trainee.learner(), form.wat()).orElse(null);
		LocalDate day = form.day();
		if (subject == null) {
			mistakes.rejectValue("wat", "enrol.proof.refused.unknown-training");
		}
		if (day == null) {
			mistakes.rejectValue("dag", "enrol.proof.refused.day-out-of-range");
		}
		if (form.aanbieder().isEmpty()) {
			mistakes.rejectValue("aanbieder", "enrol.proof.refused.provider-missing");
		}
		return (subject != null && day != null && !mistakes.hasErrors())
				? ProofDraft.elsewhere(trainee.learner(), trainee.at(), subject, day, form.aanbieder()) : null;
	}

	private static byte[] bytes(@Nullable MultipartFile file) {
		try {
			return (file != null) ? file.getBytes() : new byte[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(@Nullable MultipartFile file) {
		String name = (file != null) ? file.getOriginalFilename() : null;
		return (name != null) ? name : "";
	}

	/** The message stands where the person can do something about it. */
	private static void refuse(ProofRefused refusal, BindingResult mistakes) {
		String code = "enrol.proof.refused." + refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		switch (refusal.reason()) {
			case EMPTY_FILE, TOO_LARGE, UNKNOWN_TYPE, DAMAGED, ENCRYPTED, ACTIVE_CONTENT, EMBEDDED_FILE,
					TWO_FILES_IN_ONE, TOO_MANY_PIXELS, TOO_COMPLICATED, FILE_MISSING ->
				mistakes.rejectValue("bestand", code);
			case DAY_OUT_OF_RANGE -> mistakes.rejectValue("dag", code);
			case PROVIDER_MISSING -> mistakes.rejectValue("aanbieder", code);
			case UNKNOWN_TRAINING, UNKNOWN_CODE -> mistakes.rejectValue("wat", code);
			case UNKNOWN_LEARNER, TOO_MANY_WAITING, UNKNOWN_PROOF, NOT_YOURS, DECIDED_ALREADY, NO_REASON ->
				mistakes.reject(code);
		}
	}

}
