package nl.kundig.app.duty;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.duty.Decision;
import nl.kundig.courses.duty.DecisionOutdated;
import nl.kundig.courses.duty.DecisionPreview;
import nl.kundig.courses.duty.DecisionService;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.Extension;
import nl.kundig.courses.duty.FactRefused;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** More time for many people by one decision, and taking it back by a second one. */
@Controller
@RequestMapping("/beheer/verlengingen")
class ManageExtensionsController {

	private static final int LONGEST_REASON = 500;

	/** More people than this nobody reads; the number is of all of them. */
	private static final int SHOWN = 200;

	private final DecisionService decisions;

	private final DutyService duties;

	private final PeopleService people;

	private final SeenPreviews seen;

	ManageExtensionsController(DecisionService decisions, DutyService duties, PeopleService people, SeenPreviews seen) {
		this.decisions = decisions;
		this.duties = duties;
		this.people = people;
		this.seen = seen;
	}

	/**
	 * A decision as a page shows it.
	 *
	 * @param reversedBy the decision that takes it back, or null
	 */
	public record DecisionView(Decision decision, @Nullable Decision reversedBy, @Nullable Span longer,
			@Nullable LocalDate day, boolean mine) {
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, Model model) {
		Managing managing = Managing.of(me, this.people);
		if (managing.isDeciding()) {
			model.addAttribute("form", ExtensionForm.empty(managing.owners().getFirst()));
		}
		return show(managing, model);
	}

	@PostMapping("/voorbeeld")
	String preview(@AuthenticationPrincipal LoggedIn me, @ModelAttribute("form") ExtensionForm form,
			BindingResult mistakes, HttpServletResponse response, Model model) {
		Managing managing = deciding(me);
		Optional<Extension> extension = read(form, managing, mistakes);
		Optional<DecisionPreview> preview = extension.flatMap((read) -> preview(form, read, mistakes));
		if (preview.isEmpty()) {
			response.setStatus(422);
			return show(managing, model);
		}
		return showPreview(form, preview.get(), managing, model);
	}

	@PostMapping
	String activate(@AuthenticationPrincipal LoggedIn me, @ModelAttribute("form") ExtensionForm form,
			BindingResult mistakes, @RequestParam(defaultValue = "") String gezien, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		Managing managing = deciding(me);
		Optional<Extension> extension = read(form, managing, mistakes);
		if (extension.isPresent()) {
			try {
				Decision made = this.decisions.activate(new CurriculumId(form.leerlijn()), place(form), extension.get(),
						form.reden(), me.name(), gezien);
				message.addFlashAttribute("extended", made.learners().size());
				return "redirect:/beheer/verlengingen";
			}
			catch (DecisionOutdated ex) {
				response.setStatus(HttpServletResponse.SC_CONFLICT);
				model.addAttribute("outdated", true);
				this.seen.differing(String.valueOf(place(form)), gezien, numbers(ex.now()))
					.ifPresent((differing) -> addDiffering(differing, place(form), managing, model));
				return showPreview(form, ex.now(), managing, model);
			}
			catch (FactRefused ex) {
				reject(ex, form, mistakes);
			}
		}
		response.setStatus(422);
		return show(managing, model);
	}

	@PostMapping("/{id}/terugdraaien")
	String reverse(@AuthenticationPrincipal LoggedIn me, @PathVariable String id,
			@RequestParam(defaultValue = "") String reden, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Managing managing = deciding(me);
		Decision decision = this.decisions.decision(id)
			.filter((found) -> managing.decidesFor(found.municipality()) && found.reverses() == null)
			.orElseThrow(NotFound::new);
		if (reden.isBlank() || reden.length() > LONGEST_REASON) {
			model.addAttribute("form", ExtensionForm.empty(managing.owners().getFirst()));
			model.addAttribute("reasonMissing", id);
			response.setStatus(422);
			return show(managing, model);
		}
		this.decisions.reverse(decision.id(), reden.strip(), me.name());
		message.addFlashAttribute("reversed", true);
		return "redirect:/beheer/verlengingen";
	}

	private Optional<Extension> read(ExtensionForm form, Managing managing, Errors mistakes) {
		if (!managing.owners().contains(form.voor())) {
			mistakes.rejectValue("voor", "trial.mistake.choose");
		}
		if (this.duties.policy().current(new CurriculumId(form.leerlijn())).isEmpty()) {
			mistakes.rejectValue("leerlijn", "trial.mistake.curriculum");
		}
		if (form.reden().isEmpty() || form.reden().length() > LONGEST_REASON) {
			mistakes.rejectValue("reden", "extension.mistake.reason");
		}
		Extension extension = form.extension();
		if (extension == null) {
			mistakes.rejectValue(form.field(),
					form.field().equals("datum") ? "trial.mistake.day" : "trial.mistake.number");
		}
		return mistakes.hasErrors() ? Optional.empty() : Optional.ofNullable(extension);
	}

	private Optional<DecisionPreview> preview(ExtensionForm form, Extension extension, Errors mistakes) {
		try {
			return Optional.of(this.decisions.preview(new CurriculumId(form.leerlijn()), place(form), extension));
		}
		catch (FactRefused ex) {
			reject(ex, form, mistakes);
			return Optional.empty();
		}
	}

	private static void reject(FactRefused refused, ExtensionForm form, Errors mistakes) {
		switch (refused.reason()) {
			case UNKNOWN_CURRICULUM -> mistakes.rejectValue("leerlijn", "trial.mistake.curriculum");
			case NO_REASON -> mistakes.rejectValue("reden", "extension.mistake.reason");
			default -> mistakes.rejectValue(form.field(), "extension.mistake." + form.field());
		}
	}

	private String showPreview(ExtensionForm form, DecisionPreview preview, Managing managing, Model model) {
		this.seen.remember(String.valueOf(place(form)), preview.fingerprint(), numbers(preview));
		model.addAttribute("preview", preview);
		model.addAttribute("longer", longer(form.extension()));
		model.addAttribute("day", day(form.extension()));
		if (managing.names(place(form))) {
			List<DecisionPreview.Affected> shown = preview.affected()
				.subList(0, Math.min(SHOWN, preview.affected().size()));
			Set<LearnerId> learners = new HashSet<>();
			shown.forEach((one) -> learners.add(one.learner()));
			model.addAttribute("shown", shown);
			model.addAttribute("learners", Names.of(this.people, learners));
		}
		model.addAttribute("names", Names.of(this.people, this.duties.policy().current()));
		return "duty/manage-extension-preview";
	}

	private void addDiffering(Set<LearnerId> differing, @Nullable MunicipalityId place, Managing managing,
			Model model) {
		model.addAttribute("differs", differing.size());
		model.addAttribute("differing", managing.names(place) ? Names.of(this.people, differing) : Map.of());
	}

	private String show(Managing managing, Model model) {
		List<Decision> all = this.decisions.decisions();
		model.addAttribute("decisions",
				all.stream()
					.filter((decision) -> decision.municipality() == null || managing.sees(decision.municipality()))
					.filter((decision) -> decision.reverses() == null)
					.sorted((one, other) -> other.recordedAt().compareTo(one.recordedAt()))
					.map((decision) -> view(decision, all, managing))
					.toList());
		model.addAttribute("deciding", managing.isDeciding());
		model.addAttribute("owners", managing.owners());
		model.addAttribute("names", Names.of(this.people, this.duties.policy().current()));
		return "duty/manage-extensions";
	}

	private static DecisionView view(Decision decision, List<Decision> all, Managing managing) {
		Decision reversedBy = all.stream()
			.filter((other) -> decision.id().equals(other.reverses()))
			.findFirst()
			.orElse(null);
		return new DecisionView(decision, reversedBy, longer(decision.extension()), day(decision.extension()),
				managing.decidesFor(decision.municipality()));
	}

	private static @Nullable Span longer(@Nullable Extension extension) {
		return (extension instanceof Extension.ByPeriod(var period)) ? Span.of(period) : null;
	}

	private static @Nullable LocalDate day(@Nullable Extension extension) {
		return (extension instanceof Extension.ThroughDay(var day)) ? day : null;
	}

	private static Map<LearnerId, Integer> numbers(DecisionPreview preview) {
		Map<LearnerId, Integer> numbers = new HashMap<>();
		preview.affected().forEach((one) -> numbers.put(one.learner(), one.hashCode()));
		return numbers;
	}

	private Managing deciding(LoggedIn me) {
		Managing managing = Managing.of(me, this.people);
		if (!managing.isDeciding()) {
			throw new NotFound();
		}
		return managing;
	}

	private static @Nullable MunicipalityId place(ExtensionForm form) {
		return Managing.EVERYWHERE.equals(form.voor()) ? null : new MunicipalityId(form.voor());
	}

}
