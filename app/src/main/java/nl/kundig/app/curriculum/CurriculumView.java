package nl.kundig.app.curriculum;

import java.util.List;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerRole;

/** A curriculum with how far somebody is, ready to show. */
public record CurriculumView(CurriculumId id, String title, LearnerRole role, int level, String version,
		List<ModuleView> modules, List<ModuleView> optional) {

	public long done() {
		return this.modules.stream().filter(ModuleView::isDone).count();
	}

	public boolean isComplete() {
		return done() == this.modules.size();
	}

	public int minutesLeft() {
		return this.modules.stream().filter((module) -> !module.isDone()).mapToInt(ModuleView::minutesLeft).sum();
	}

	public Optional<ModuleView> next() {
		return this.modules.stream().filter((module) -> !module.isDone()).findFirst();
	}

}
