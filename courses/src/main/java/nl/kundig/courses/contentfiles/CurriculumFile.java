package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.people.LearnerRole;

/** {@code curricula/<id>.yaml}. */
final class CurriculumFile {

	private static final int HIGHEST_LEVEL = 4;

	private static final int LONGEST_VALIDITY = 120;

	private CurriculumFile() {
	}

	static Entry<Curriculum> read(YamlNode root, Instant publishedAt) {
		root.allow("id", "title", "level", "role", "validity-months", "modules", "optional");
		String id = root.get("id").id();
		List<CurriculumRequirement> requirements = root.list("modules", 1, CurriculumFile::requirement);
		List<CurriculumRequirement> optional = root.list("optional", 0, CurriculumFile::requirement);
		for (YamlNode module : root.items("optional")) {
			if (requirements.contains(requirement(module))) {
				throw module.mistake(module.id() + " is required already");
			}
		}
		Curriculum curriculum = Curriculum.of(new CurriculumId(id), root.text("title"),
				root.get("level").number(0, HIGHEST_LEVEL), root.get("role").code(LearnerRole.class),
				root.get("validity-months").number(1, LONGEST_VALIDITY), requirements, optional, publishedAt);
		return new Entry<>(id, curriculum, root);
	}

	private static CurriculumRequirement requirement(YamlNode node) {
		return new CurriculumRequirement.PassModule(new LearningModuleId(node.id()));
	}

}
