package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.util.List;

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
 * @param validityMonths how long a certificate lasts, 1 to 120
 * @param requirements what must be done, in the order it is offered
 * @param optional what is offered as well
 */
@Document("curricula")
@TypeAlias("curriculum")
@CompoundIndex(def = "{'role': 1, 'publishedAt': -1}")
@DataRule(kept = "for ever: duties and certificates refer to it", exported = "as content files",
		erased = "holds no person")
public record Curriculum(@Id String version, CurriculumId curriculum, String title, int level, LearnerRole role,
		int validityMonths, List<CurriculumRequirement> requirements, List<CurriculumRequirement> optional,
		Instant publishedAt) {

	public Curriculum {
		requirements = List.copyOf(requirements);
		optional = List.copyOf(optional);
	}

	/** A version with this content, published at that time. */
	public static Curriculum of(CurriculumId curriculum, String title, int level, LearnerRole role, int validityMonths,
			List<CurriculumRequirement> requirements, List<CurriculumRequirement> optional, Instant publishedAt) {
		String version = ContentHash.of(curriculum, title, level, role, validityMonths, requirements, optional);
		return new Curriculum(version, curriculum, title, level, role, validityMonths, requirements, optional,
				publishedAt);
	}

}
