package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.content.Section;
import nl.kundig.courses.people.LearnerRole;

/** {@code modules/<id>.yaml}. */
final class ModuleFile {

	private ModuleFile() {
	}

	static Entry<LearningModule> read(YamlNode root, Instant publishedAt) {
		root.allow("id", "title", "summary", "objectives", "sources", "pieces");
		String id = root.get("id").id();
		List<String> objectives = root.list("objectives", 1, YamlNode::text);
		List<Section> sections = root.list("pieces", 1, ModuleFile::piece);
		LearningModule module = LearningModule.of(new LearningModuleId(id), root.text("title"), root.text("summary"),
				objectives, sections, SourceEntry.readAll(root), publishedAt);
		return new Entry<>(id, module, root);
	}

	private static Section piece(YamlNode node) {
		node.allow("id", "title", "minutes", "roles", "body");
		return new Section(node.get("id").id(), node.text("title"), node.get("minutes").number(1, Section.LONGEST),
				node.codes("roles", 0, LearnerRole.class), node.get("body").markdown());
	}

}
