package nl.kundig.courses.curriculum;

import java.time.LocalDate;
import java.util.Set;

import nl.kundig.courses.people.LearnerId;

/**
 * A learner met all that a curriculum version asks; told again while that is valid.
 *
 * @param completedOn the day the last part was met
 * @param from first day of validity
 * @param lastDay last day of validity, as it was fixed on completion
 * @param extendedTo last day with what was added since; the same without
 * @param notDone required parts that were not done, since others of their set were enough
 */
public record CurriculumCompleted(LearnerId learner, Curriculum curriculum, LocalDate completedOn, LocalDate from,
		LocalDate lastDay, LocalDate extendedTo, Set<CurriculumRequirement> notDone) {

	public CurriculumCompleted {
		notDone = Set.copyOf(notDone);
	}

	/** Completed with everything done. */
	public CurriculumCompleted(LearnerId learner, Curriculum curriculum, LocalDate completedOn, LocalDate from,
			LocalDate lastDay, LocalDate extendedTo) {
		this(learner, curriculum, completedOn, from, lastDay, extendedTo, Set.of());
	}

	/** Completed for the first time: valid from that day. */
	public CurriculumCompleted(LearnerId learner, Curriculum curriculum, LocalDate completedOn) {
		this(learner, curriculum, completedOn, completedOn, curriculum.validity().firstLastDay(completedOn),
				curriculum.validity().firstLastDay(completedOn));
	}

}
