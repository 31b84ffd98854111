package nl.kundig.app.content;

import java.util.List;
import java.util.Set;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.content.Section;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Reason;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/modules/{id}")
class ModuleController {

	private final ContentService content;

	private final DutyService duties;

	ModuleController(ContentService content, DutyService duties) {
		this.content = content;
		this.duties = duties;
	}

	/** A section with whether the reader must read it and has. */
	record SectionView(Section section, boolean required, boolean read) {
	}

	@GetMapping
	String module(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, Model model) {
		LearningModule module = find(id);
		List<SectionView> sections = sections(me.learner(), module);
		model.addAttribute("module", module);
		model.addAttribute("sections", sections);
		model.addAttribute("next",
				sections.stream().filter((view) -> view.required() && !view.read()).findFirst().orElse(null));
		return "content/module";
	}

	@GetMapping("/{section}")
	String section(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, @PathVariable String section,
			Model model) {
		LearningModule module = find(id);
		List<SectionView> sections = sections(me.learner(), module);
		SectionView shown = sections.stream()
			.filter((view) -> view.section().id().equals(section))
			.findFirst()
			.orElseThrow(NotFound::new);
		model.addAttribute("module", module);
		model.addAttribute("sections", sections);
		model.addAttribute("shown", shown);
		model.addAttribute("number", sections.indexOf(shown) + 1);
		return "content/section";
	}

	@PostMapping("/{section}/gelezen")
	String read(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, @PathVariable String section) {
		LearningModule module = find(id);
		this.content.read(me.learner(), module.module(), section);
		return sections(me.learner(), module).stream()
			.filter((view) -> view.required() && !view.read())
			.findFirst()
			.map((view) -> "redirect:/modules/" + id + "/" + view.section().id())
			.orElse("redirect:/modules/" + id + "/toets");
	}

	private LearningModule find(String id) {
		return this.content.module(new LearningModuleId(id)).orElseThrow(NotFound::new);
	}

	private List<SectionView> sections(LearnerId learner, LearningModule module) {
		Set<String> read = this.content.sectionsRead(learner).getOrDefault(module.module(), Set.of());
		List<LearnerRole> roles = this.duties.standing(learner)
			.duties()
			.stream()
			.filter((duty) -> duty.state() != DutyStanding.State.ENDED)
			.flatMap((duty) -> duty.reasons().stream())
			.map(Reason::role)
			.distinct()
			.toList();
		return module.sections()
			.stream()
			.map((section) -> new SectionView(section,
					section.roles().isEmpty() || roles.stream().anyMatch(section::isFor), read.contains(section.id())))
			.toList();
	}

}
