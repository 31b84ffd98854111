package nl.kundig.courses.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One immutable version of a module; its identity is the hash of its content. */
@Document("learningModules")
@TypeAlias("learningModule")
@CompoundIndex(def = "{'module': 1, 'publishedAt': -1}")
@DataRule(kept = "for ever: certificates refer to it", exported = "as content files", erased = "holds no person")
public record LearningModule(@Id String version, LearningModuleId module, String title, String summary,
		List<String> objectives, List<Section> sections, List<Source> sources, Instant publishedAt) {

	public LearningModule {
		objectives = List.copyOf(objectives);
		sections = List.copyOf(sections);
		sources = List.copyOf(sources);
	}

	/** A version with this content, published at that time. */
	public static LearningModule of(LearningModuleId module, String title, String summary, List<String> objectives,
			List<Section> sections, List<Source> sources, Instant publishedAt) {
		String version = ContentHash.of(module, title, summary, objectives, sections, sources);
		return new LearningModule(version, module, title, summary, objectives, sections, sources, publishedAt);
	}

	public Optional<Section> section(String id) {
		return this.sections.stream().filter((section) -> section.id().equals(id)).findFirst();
	}

	/** The sections this role must read. */
	public List<Section> sectionsFor(LearnerRole role) {
		return this.sections.stream().filter((section) -> section.isFor(role)).toList();
	}

	/** Minutes of reading for this role. */
	public int minutesFor(LearnerRole role) {
		return sectionsFor(role).stream().mapToInt(Section::minutes).sum();
	}

}
