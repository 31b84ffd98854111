package nl.kundig.app.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.Draft;
import nl.kundig.courses.duty.DueFrom;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.RuleId;
import nl.kundig.courses.duty.RuleRefused;
import nl.kundig.courses.duty.RuleService;
import nl.kundig.courses.duty.SavedTrial;
import nl.kundig.courses.duty.TrialChanges;
import nl.kundig.courses.duty.TrialOutdated;
import nl.kundig.courses.duty.TrialProgress;
import nl.kundig.courses.duty.TrialRefused;
import nl.kundig.courses.duty.TrialService;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Trying out: choose what, see what it would do, share the link, activate exactly that.
 */
@Controller
@RequestMapping("/beheer/proefdraaien")
class ManageTrialController {

	private static final List<String> KINDS = List.of(TrialForm.RULE, TrialForm.DRAFT, TrialForm.VERSION,
			TrialForm.VALIDITY, TrialForm.ROLES);

	private final TrialService trials;

	private final TrialDrafts drafts;

	private final RuleService rules;

	private final DutyService duties;

	private final PeopleService people;

	private final Clock clock;

	ManageTrialController(TrialService trials, TrialDrafts drafts, RuleService rules, DutyService duties,
			PeopleService people, Clock clock) {
		this.trials = trials;
		this.drafts = drafts;
		this.rules = rules;
		this.duties = duties;
		this.people = people;
		this.clock = clock;
	}

	/** How far a trial is, for a script. */
	record Progress(int looked, int learners, boolean ended) {
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, Model model) {
		Managing managing = Managing.of(me, this.people);
		Stream<SavedTrial> own = managing.municipalities()
			.stream()
			.flatMap((place) -> this.trials.trials(place).stream());
		Stream<SavedTrial> national = managing.national() ? this.trials.trials(null).stream() : Stream.empty();
		model.addAttribute("trials",
				Stream.concat(own, national)
					.sorted((one, other) -> other.startedAt().compareTo(one.startedAt()))
					.map((trial) -> view(trial))
					.toList());
		model.addAttribute("deciding", managing.isDeciding());
		model.addAttribute("kinds", KINDS);
		model.addAttribute("names", names());
		return "duty/manage-trials";
	}

	@GetMapping("/nieuw")
	String form(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = TrialForm.RULE) String wat,
			@RequestParam(defaultValue = "") String regel, @RequestParam(defaultValue = "") String leerlijn,
			HttpServletResponse response, Model model) {
		Managing managing = deciding(me);
		if (!KINDS.contains(wat)) {
			throw new NotFound();
		}
		String owner = managing.owners().getFirst();
		TrialForm form = TrialForm.empty(wat, owner, leerlijn, today());
		if (!regel.isEmpty()) {
			Rule rule = this.rules.rule(new RuleId(regel)).orElseThrow(NotFound::new);
			MunicipalityId place = RuleService.municipality(rule.who()).orElse(null);
			if (!managing.decidesFor(place)) {
				throw new NotFound();
			}
			form = TrialForm.of(rule, (place != null) ? place.value() : Managing.EVERYWHERE, today());
		}
		model.addAttribute("form", form);
		return showForm(form, managing, model);
	}

	@PostMapping
	String start(@AuthenticationPrincipal LoggedIn me, @ModelAttribute("form") TrialForm form, BindingResult mistakes,
			HttpServletResponse response, Model model) {
		Managing managing = deciding(me);
		if (!KINDS.contains(form.wat())) {
			throw new NotFound();
		}
		if (!managing.owners().contains(form.voor())) {
			mistakes.rejectValue("voor", "trial.mistake.choose");
		}
		MunicipalityId owner = Managing.EVERYWHERE.equals(form.voor()) ? null : new MunicipalityId(form.voor());
		Optional<Draft> draft = this.drafts.draft(form, owner, me, mistakes);
		Optional<String> started = draft.flatMap((found) -> start(found, owner, me, mistakes));
		if (started.isEmpty()) {
			response.setStatus(422);
			return showForm(form, managing, model);
		}
		return "redirect:/beheer/proefdraaien/" + started.get();
	}

	private Optional<String> start(Draft draft, @Nullable MunicipalityId owner, LoggedIn me, Errors mistakes) {
		try {
			return Optional.of(this.trials.start(draft, owner, me.name()));
		}
		catch (RuleRefused ex) {
			mistakes.rejectValue(field(ex.reason()), "trial.refused." + ex.reason());
		}
		catch (TrialRefused ex) {
			if (ex.reason() == TrialRefused.Reason.MISTAKES) {
				ex.mistakes()
					.forEach((mistake) -> mistakes.rejectValue("leerlijn", "trial.curriculum." + mistake.kind(),
							new Object[] { mistake.what() }, null));
			}
			else {
				mistakes.rejectValue((ex.reason() == TrialRefused.Reason.SAME_ROLE) ? "naar" : "voor",
						"trial.refused." + ex.reason());
			}
		}
		return Optional.empty();
	}

	private static String field(RuleRefused.Reason reason) {
		return switch (reason) {
			case PERIOD_OUT_OF_RANGE -> "maanden";
			case DATE_OUT_OF_RANGE, BEFORE_THE_LAST_VERSION -> "vanaf";
			case UNKNOWN_CURRICULUM -> "leerlijn";
			case NO_TEXT -> "tekst";
			case NOT_THE_NEXT_VERSION -> "regel";
		};
	}

	private String showForm(TrialForm form, Managing managing, Model model) {
		Names names = names();
		model.addAttribute("names", names);
		model.addAttribute("owners", managing.owners());
		model.addAttribute("units", names.unitsOf(managing.own()));
		model.addAttribute("roles", LearnerRole.values());
		model.addAttribute("starts", DueFrom.values());
		model.addAttribute("concepts", this.drafts.concepts(managing));
		model.addAttribute("current", this.duties.policy().current());
		return "duty/manage-trial-form";
	}

	@GetMapping("/{id}")
	String trial(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, Model model) {
		return show(find(id, me), me, model);
	}

	@GetMapping("/{id}/voortgang.json")
	@ResponseBody
	Progress progress(@AuthenticationPrincipal LoggedIn me, @PathVariable String id) {
		SavedTrial trial = find(id, me);
		if (trial.numbers() != null) {
			return new Progress(0, 0, true);
		}
		TrialProgress progress = this.trials.progress(trial);
		return new Progress(progress.looked(), progress.learners(), progress.failed());
	}

	@PostMapping("/{id}/activeren")
	String activate(@AuthenticationPrincipal LoggedIn me, @PathVariable String id,
			@RequestParam(defaultValue = "") String gezien, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		SavedTrial trial = find(id, me);
		if (!Managing.of(me, this.people).decidesFor(owner(trial))) {
			throw new NotFound();
		}
		if (this.drafts.awaitsPublication(trial.draft())) {
			model.addAttribute("refused", "trial.refused.NOT_PUBLISHED");
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			return show(trial, me, model);
		}
		try {
			this.trials.activate(id, gezien, me.name());
			message.addFlashAttribute("activated", true);
			return "redirect:/beheer/proefdraaien/" + id;
		}
		catch (TrialOutdated ex) {
			model.addAttribute("outdated", ex);
			model.addAttribute("differing", names(ex.differing(), trial, me));
		}
		catch (TrialRefused ex) {
			model.addAttribute("refused", "trial.refused." + ex.reason());
		}
		catch (RuleRefused ex) {
			model.addAttribute("refused", "trial.refused." + ex.reason());
		}
		response.setStatus(HttpServletResponse.SC_CONFLICT);
		return show(find(id, me), me, model);
	}

	@PostMapping("/{id}/vergeten")
	String forget(@AuthenticationPrincipal LoggedIn me, @PathVariable String id) {
		if (!Managing.of(me, this.people).decidesFor(owner(find(id, me)))) {
			throw new NotFound();
		}
		this.trials.forget(id);
		return "redirect:/beheer/proefdraaien";
	}

	private String show(SavedTrial trial, LoggedIn me, Model model) {
		Managing managing = Managing.of(me, this.people);
		MunicipalityId owner = owner(trial);
		model.addAttribute("names", names());
		model.addAttribute("view", view(trial));
		boolean unpublished = !trial.isActivated() && this.drafts.awaitsPublication(trial.draft());
		model.addAttribute("unpublished", unpublished);
		model.addAttribute("mayActivate", managing.decidesFor(owner) && !trial.isActivated() && !unpublished
				&& !(trial.draft() instanceof Draft.CurriculumDraft && owner != null));
		model.addAttribute("mayForget", managing.decidesFor(owner));
		if (trial.numbers() == null) {
			model.addAttribute("progress", this.trials.progress(trial));
		}
		else if (managing.names(owner)) {
			TrialChanges changes = this.trials.changes(trial.id()).orElseThrow(NotFound::new);
			model.addAttribute("changes", TrialView.lists(changes));
			model.addAttribute("learners", names(TrialView.learners(changes), trial, me));
		}
		return "duty/manage-trial";
	}

	private Map<LearnerId, String> names(Set<LearnerId> learners, SavedTrial trial, LoggedIn me) {
		return Managing.of(me, this.people).names(owner(trial)) ? Names.of(this.people, learners) : Map.of();
	}

	private TrialView view(SavedTrial trial) {
		return TrialView.of(trial);
	}

	private Names names() {
		return Names.of(this.people, this.duties.policy().current());
	}

	/** Somebody else's trial answers like one that does not exist. */
	private SavedTrial find(String id, LoggedIn me) {
		return this.trials.find(id)
			.filter((trial) -> Managing.of(me, this.people).sees(owner(trial)))
			.orElseThrow(NotFound::new);
	}

	private Managing deciding(LoggedIn me) {
		Managing managing = Managing.of(me, this.people);
		if (!managing.isDeciding()) {
			throw new NotFound();
		}
		return managing;
	}

	private static @Nullable MunicipalityId owner(SavedTrial trial) {
		return trial.isNational() ? null : new MunicipalityId(trial.owner());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(CurriculumService.ZONE));
	}

}
