package nl.kundig.app.curriculum;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.content.Section;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.LeafStanding;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;

import org.springframework.stereotype.Component;

/** Puts status, modules and reading together for the pages that show them. */
@Component
public class CurriculumViews {

	private final DutyService duties;

	private final CurriculumService curricula;

	private final ContentService content;

	CurriculumViews(DutyService duties, CurriculumService curricula, ContentService content) {
		this.duties = duties;
		this.curricula = curricula;
		this.content = content;
	}

	public List<CurriculumView> of(LearnerId learner) {
		Map<LearningModuleId, Set<String>> read = this.content.sectionsRead(learner);
		return this.duties.standing(learner)
			.duties()
			.stream()
			.filter((duty) -> duty.state() != DutyStanding.State.ENDED)
			.map((duty) -> view(duty, read))
			.toList();
	}

	/** Curricula that somebody who has these does not have, by title. */
	public List<Curriculum> others(Collection<CurriculumId> own) {
		return this.duties.policy()
			.current()
			.stream()
			.filter((curriculum) -> !own.contains(curriculum.curriculum()))
			.sorted(Comparator.comparing(Curriculum::title))
			.toList();
	}

	private CurriculumView view(DutyStanding duty, Map<LearningModuleId, Set<String>> read) {
		Curriculum curriculum = this.curricula.version(duty.version()).orElseThrow();
		LearnerRole role = curriculum.role();
		return new CurriculumView(curriculum.curriculum(), curriculum.title(), role, curriculum.level(),
				curriculum.version(), modules(duty, true, role, read), modules(duty, false, role, read));
	}

	private List<ModuleView> modules(DutyStanding duty, boolean required, LearnerRole role,
			Map<LearningModuleId, Set<String>> read) {
		return duty.leaves()
			.stream()
			.filter((leaf) -> leaf.required() == required)
			.map((leaf) -> switch (leaf.requirement()) {
				case CurriculumRequirement.PassModule(var id) ->
					this.content.module(id).map((module) -> view(module, role, leaf, read.getOrDefault(id, Set.of())));
				// Only modules have a page; the others come with their issues.
				default -> Optional.<ModuleView>empty();
			})
			.flatMap(Optional::stream)
			.toList();
	}

	private static ModuleView view(LearningModule module, LearnerRole role, LeafStanding leaf, Set<String> read) {
		List<Section> unread = module.sectionsFor(role)
			.stream()
			.filter((section) -> !read.contains(section.id()))
			.toList();
		String url = "/modules/" + module.module();
		String next = unread.isEmpty() ? url + "/toets" : url + "/" + unread.getFirst().id();
		return new ModuleView(module.module(), module.title(), module.summary(), module.minutesFor(role),
				unread.stream().mapToInt(Section::minutes).sum(), leaf.metOn(), next, unread.isEmpty());
	}

}
