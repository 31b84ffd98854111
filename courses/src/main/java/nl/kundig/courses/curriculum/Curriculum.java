package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One immutable version of what a role must do; its identity is the hash of its content.
 *
 * @param level 0 geen, 1 bewustwording, 2 signaleren, 3 verdieping, 4 expert
 * @param root what must be done, as a tree
 */
@Document("curricula")
@TypeAlias("curriculum")
@CompoundIndex(def = "{'role': 1, 'publishedAt': -1}")
@CompoundIndex(def = "{'curriculum': 1, 'publishedAt': -1}")
@DataRule(kept = "for ever: duties and certificates refer to it", exported = "as content files",
		erased = "holds no person")
public record Curriculum(@Id String version, CurriculumId curriculum, String title, int level, LearnerRole role,
		Validity validity, CurriculumPart root, Instant publishedAt) {

	/** A version with this content, published at that time. */
	public static Curriculum of(CurriculumId curriculum, String title, int level, LearnerRole role, Validity validity,
			CurriculumPart root, Instant publishedAt) {
		String version = ContentHash.of(curriculum, title, level, role, validity, root);
		return new Curriculum(version, curriculum, title, level, role, validity, root, publishedAt);
	}

	/** A curriculum without sets: everything required, and something more offered. */
	public static Curriculum of(CurriculumId curriculum, String title, int level, LearnerRole role, int validityMonths,
			List<CurriculumRequirement> requirements, List<CurriculumRequirement> optional, Instant publishedAt) {
		Stream<CurriculumPart> required = requirements.stream().map(CurriculumPart::leaf);
		Stream<CurriculumPart> offered = optional.isEmpty() ? Stream.empty() : Stream
			.of(new CurriculumPart.OptionalSet(optional.stream().<CurriculumPart>map(CurriculumPart::leaf).toList()));
		return of(curriculum, title, level, role, Validity.ofMonths(validityMonths),
				new CurriculumPart.All(Stream.concat(required, offered).toList()), publishedAt);
	}

	/** What is required somewhere in the tree, in the order it is offered. */
	public List<CurriculumRequirement> requirements() {
		return this.root.required().map(CurriculumPart.Leaf::requirement).distinct().toList();
	}

	/** What is required somewhere, but for which something else may be done instead. */
	public Set<CurriculumRequirement> choices() {
		return trees().flatMap(Curriculum::choices).collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<CurriculumRequirement> choices(CurriculumPart part) {
		return switch (part) {
			case CurriculumPart.AtLeast some -> some.required().map(CurriculumPart.Leaf::requirement);
			case CurriculumPart.OptionalSet offered -> Stream.empty();
			case CurriculumPart other -> other.parts().stream().flatMap(Curriculum::choices);
		};
	}

	/** What is offered as well. */
	public List<CurriculumRequirement> optional() {
		List<CurriculumRequirement> required = requirements();
		return this.root.leaves()
			.map(CurriculumPart.Leaf::requirement)
			.distinct()
			.filter((requirement) -> !required.contains(requirement))
			.toList();
	}

	/** Every tree of it: the whole, the return path and the refreshers. */
	public Stream<CurriculumPart> trees() {
		CurriculumPart back = this.validity.returnPath();
		return Stream.concat(Stream.of(this.root),
				Stream.concat((back != null) ? Stream.of(back) : Stream.empty(), this.validity.refreshers().stream()));
	}

}
