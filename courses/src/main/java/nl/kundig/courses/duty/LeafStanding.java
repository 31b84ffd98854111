package nl.kundig.courses.duty;

import java.time.LocalDate;

import nl.kundig.courses.curriculum.CurriculumRequirement;
import org.jspecify.annotations.Nullable;

/**
 * One requirement of a duty.
 *
 * @param required whether it is outside every optional set
 * @param metOn the day of the fact that meets it, or null
 * @param fact the id of the fact that meets it or takes it off, or null
 * @param equivalence the equivalence the fact counts by, or null
 */
public record LeafStanding(CurriculumRequirement requirement, boolean required, int minutes, State state,
		@Nullable LocalDate metOn, @Nullable String fact, @Nullable String equivalence) {

	/** How it stands. */
	public enum State {

		OPEN,

		/** Its turn comes after a part that is still open. */
		WAITING,

		MET,

		/** A certificate that is needed is still valid. */
		STILL_VALID,

		EXEMPT, NOT_APPLICABLE,

		/** For other roles. */
		OTHER_ROLE

	}

}
