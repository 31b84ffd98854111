package nl.kundig.app.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.duty.Cycle;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.Extension;
import nl.kundig.courses.duty.FactRefused;
import nl.kundig.courses.duty.Finding;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator decides about one duty of one person. */
@Controller
@RequestMapping("/beheer/deelnemers/{learner}/waarom/{duty}/{kind}")
class ManageDecisionController {

	private final Participants participants;

	private final DutyCards cards;

	private final DutyService duties;

	private final DutyWording words;

	ManageDecisionController(Participants participants, DutyCards cards, DutyService duties, DutyWording words) {
		this.participants = participants;
		this.cards = cards;
		this.duties = duties;
		this.words = words;
	}

	/** What the decision is about. */
	record Scene(Participant participant, DutyCard card, DecisionKind kind) {

		LocalDate today() {
			return this.card.asOf().today();
		}

		Optional<FactView> revocable(@Nullable String fact) {
			return this.card.facts()
				.stream()
				.filter((view) -> view.fact().id().equals(fact) && view.isRevocable())
				.findFirst();
		}

	}

	@ModelAttribute("words")
	DutyWording words() {
		return this.words;
	}

	@GetMapping
	String ask(@AuthenticationPrincipal LoggedIn me, @PathVariable String learner, @PathVariable String duty,
			@PathVariable String kind, @RequestParam(required = false) @Nullable String fact, Model model) {
		Scene scene = scene(me, learner, duty, kind);
		DecisionForm form = DecisionForm.empty(whole(scene).key(), fact, scene.today().toString());
		model.addAttribute("form", form);
		return show(scene, form, model);
	}

	@PostMapping
	String decide(@AuthenticationPrincipal LoggedIn me, @PathVariable String learner, @PathVariable String duty,
			@PathVariable String kind, @Valid @ModelAttribute("form") DecisionForm form, BindingResult mistakes,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		Scene scene = scene(me, learner, duty, kind);
		LocalDate effectiveOn = day(form.effectiveOn(), "effectiveOn", mistakes);
		Finding finding = finding(scene, form, mistakes);
		if (!mistakes.hasErrors() && effectiveOn != null && finding != null) {
			try {
				this.duties.record(scene.participant().learner().id(), finding, effectiveOn, me.learner().value(),
						form.source());
				message.addFlashAttribute("decided", scene.kind());
				return "redirect:/beheer/deelnemers/{learner}/waarom/{duty}";
			}
			catch (FactRefused ex) {
				refuse(ex, mistakes);
			}
		}
		response.setStatus(422);
		return show(scene, form, model);
	}

	private String show(Scene scene, DecisionForm form, Model model) {
		FactView revoked = scene.revocable(form.fact()).orElse(null);
		if (scene.kind() == DecisionKind.REVOCATION && revoked == null) {
			throw new NotFound();
		}
		model.addAttribute("revoked", revoked);
		model.addAttribute("scene", scene);
		model.addAttribute("participant", scene.participant());
		model.addAttribute("card", scene.card());
		model.addAttribute("whole", whole(scene));
		return "duty/decide";
	}

	private Scene scene(LoggedIn me, String learner, String duty, String kind) {
		Participant participant = this.participants.participant(me, learner)
			// Whoever left may work elsewhere, where another coordinator decides.
			.filter((found) -> found.seenThrough() == null)
			.orElseThrow(NotFound::new);
		DutyCard card = this.cards
			.card(participant.learner().id(), new CurriculumId(duty), participant.asOf(null, this.cards.today()),
					participant::maySee)
			.orElseThrow(NotFound::new);
		return new Scene(participant, card, DecisionKind.of(kind).orElseThrow(NotFound::new));
	}

	private Subject whole(Scene scene) {
		return this.cards.subject(new CurriculumRequirement.HoldCertificate(scene.card().standing().curriculum()),
				this.duties.policy());
	}

	private static @Nullable Finding finding(Scene scene, DecisionForm form, BindingResult mistakes) {
		return switch (scene.kind()) {
			case EXEMPTION -> {
				if (form.evidenceText().isEmpty() && !mistakes.hasFieldErrors("evidence")) {
					mistakes.rejectValue("evidence", "decide.wrong.evidence");
				}
				CurriculumRequirement about = requirement(scene, form, mistakes);
				LocalDate until = optionalDay(form.until(), mistakes);
				yield (about != null) ? new Finding.Exempted(about, until, form.reasonText(), form.evidenceText())
						: null;
			}
			case NOT_APPLICABLE -> {
				CurriculumRequirement about = requirement(scene, form, mistakes);
				LocalDate until = optionalDay(form.until(), mistakes);
				yield (about != null) ? new Finding.NotApplicable(about, until, form.reasonText()) : null;
			}
			case EXTENSION -> extension(scene, form, mistakes);
			case REVOCATION -> scene.revocable(form.fact())
				.map((view) -> new Finding.Revoked(view.fact().id(), form.reasonText()))
				.orElse(null);
		};
	}

	private static @Nullable Finding extension(Scene scene, DecisionForm form, BindingResult mistakes) {
		LocalDate through = day(form.until(), "until", mistakes);
		if (through == null) {
			return null;
		}
		Cycle latest = scene.card().standing().latest().orElse(null);
		LocalDate lastDay = (latest != null) ? latest.lastDay() : scene.card().standing().dueOn();
		if (lastDay == null || (latest != null && latest.graceEnds().isBefore(scene.today()))) {
			mistakes.rejectValue("until", "decide.wrong.lapsed");
		}
		else if (!through.isAfter(lastDay)) {
			mistakes.rejectValue("until", "decide.wrong.no-extension");
		}
		return new Finding.Extended(scene.card().standing().curriculum(), new Extension.ThroughDay(through),
				form.reasonText());
	}

	private static @Nullable CurriculumRequirement requirement(Scene scene, DecisionForm form, BindingResult mistakes) {
		List<CurriculumRequirement> all = new ArrayList<>(
				scene.card().leaves().stream().map((leaf) -> leaf.leaf().requirement()).toList());
		all.add(new CurriculumRequirement.HoldCertificate(scene.card().standing().curriculum()));
		Optional<CurriculumRequirement> chosen = all.stream()
			.filter((requirement) -> requirement.key().equals(form.about()))
			.findFirst();
		if (chosen.isEmpty()) {
			mistakes.rejectValue("about", "decide.wrong.about");
		}
		return chosen.orElse(null);
	}

	private static @Nullable LocalDate day(@Nullable String typed, String field, BindingResult mistakes) {
		Optional<LocalDate> day = Days.read(typed);
		if (day.isEmpty() && !mistakes.hasFieldErrors(field)) {
			mistakes.rejectValue(field, "decide.wrong.date");
		}
		return day.orElse(null);
	}

	private static @Nullable LocalDate optionalDay(@Nullable String typed, BindingResult mistakes) {
		return (typed == null || typed.isBlank()) ? null : day(typed, "until", mistakes);
	}

	private static void refuse(FactRefused refusal, BindingResult mistakes) {
		switch (refusal.reason()) {
			case DATE_OUT_OF_RANGE -> mistakes.rejectValue("effectiveOn", "decide.wrong.out-of-range");
			case ENDS_BEFORE_IT_STARTS -> mistakes.rejectValue("until", "decide.wrong.ends-before");
			case EXTENSION_OUT_OF_RANGE -> mistakes.rejectValue("until", "decide.wrong.extension");
			case NO_REASON -> mistakes.rejectValue("reason", "decide.wrong.reason");
			case SOURCE_USED -> mistakes.rejectValue("reason", "decide.wrong.sent-before");
			case UNKNOWN_LEARNER, UNKNOWN_MODULE, UNKNOWN_CURRICULUM, UNKNOWN_FACT ->
				mistakes.rejectValue("reason", "decide.wrong.gone");
		}
	}

}
