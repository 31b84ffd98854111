package nl.kundig.app.curriculum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.content.Section;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.CurriculumStatus;
import nl.kundig.courses.curriculum.CurriculumStatus.RequirementStatus;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;

import org.springframework.stereotype.Component;

/** Puts status, modules and reading together for the pages that show them. */
@Component
public class CurriculumViews {

	private final CurriculumService curricula;

	private final ContentService content;

	CurriculumViews(CurriculumService curricula, ContentService content) {
		this.curricula = curricula;
		this.content = content;
	}

	public List<CurriculumView> of(LearnerId learner) {
		List<CurriculumStatus> statuses = this.curricula.statuses(learner);
		Map<LearningModuleId, Set<String>> read = this.content.sectionsRead(learner);
		return statuses.stream().map((status) -> view(status, read)).toList();
	}

	private CurriculumView view(CurriculumStatus status, Map<LearningModuleId, Set<String>> read) {
		LearnerRole role = status.curriculum().role();
		return new CurriculumView(status.curriculum().title(), role, status.curriculum().level(),
				status.curriculum().version(), modules(status.requirements(), role, read),
				modules(status.optional(), role, read));
	}

	private List<ModuleView> modules(List<RequirementStatus> requirements, LearnerRole role,
			Map<LearningModuleId, Set<String>> read) {
		return requirements.stream().map((status) -> switch (status.requirement()) {
			case CurriculumRequirement.PassModule(var id) ->
				this.content.module(id).map((module) -> view(module, role, status, read.getOrDefault(id, Set.of())));
			// Only modules have a page; the others come with their issues.
			default -> Optional.<ModuleView>empty();
		}).flatMap(Optional::stream).toList();
	}

	private static ModuleView view(LearningModule module, LearnerRole role, RequirementStatus status,
			Set<String> read) {
		List<Section> unread = module.sectionsFor(role)
			.stream()
			.filter((section) -> !read.contains(section.id()))
			.toList();
		String url = "/modules/" + module.module();
		String next = unread.isEmpty() ? url + "/toets" : url + "/" + unread.getFirst().id();
		return new ModuleView(module.module(), module.title(), module.summary(), module.minutesFor(role),
				unread.stream().mapToInt(Section::minutes).sum(), status.metOn(), next, unread.isEmpty());
	}

}
