package nl.kundig.courses.curriculum;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with a curriculum on a day: a function of version, facts and day,
 * never stored.
 */
public record CurriculumStatus(Curriculum curriculum, List<RequirementStatus> requirements,
		List<RequirementStatus> optional) {

	/**
	 * One requirement.
	 *
	 * @param metOn the day of the latest fact that counts, or null
	 */
	public record RequirementStatus(CurriculumRequirement requirement, @Nullable LocalDate metOn) {

		public boolean isMet() {
			return this.metOn != null;
		}

	}

	/** A fact counts from its day, for as long as a certificate of that day is valid. */
	public static CurriculumStatus of(Curriculum curriculum, List<Achievement> achievements, LocalDate today) {
		List<Achievement> counting = achievements.stream()
			.filter((fact) -> !today.isBefore(fact.effectiveOn())
					&& today.isBefore(fact.effectiveOn().plus(curriculum.validity().period())))
			.toList();
		return new CurriculumStatus(curriculum, met(curriculum.requirements(), counting),
				met(curriculum.optional(), counting));
	}

	public boolean isComplete() {
		return this.requirements.stream().allMatch(RequirementStatus::isMet);
	}

	/** The day the last requirement was met; empty while incomplete. */
	public Optional<LocalDate> completedOn() {
		return isComplete() ? this.requirements.stream()
			.map(RequirementStatus::metOn)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder()) : Optional.empty();
	}

	private static List<RequirementStatus> met(List<CurriculumRequirement> requirements, List<Achievement> facts) {
		return requirements.stream()
			.map((requirement) -> new RequirementStatus(requirement,
					facts.stream()
						.filter((fact) -> fact.requirement().equals(requirement))
						.map(Achievement::effectiveOn)
						.max(Comparator.naturalOrder())
						.orElse(null)))
			.toList();
	}

}
