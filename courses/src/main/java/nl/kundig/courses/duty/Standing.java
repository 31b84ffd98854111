package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;

/**
 * How somebody stands on a day: a function of what is known and what was decided. A day
 * in the past sees no fact of a later day, and no end, rule or version that lay ahead and
 * was not written down by then; a day in the future sees no fact that is not there yet.
 */
public record Standing(LearnerId learner, LocalDate asOf, List<DutyStanding> duties) {

	public Standing {
		duties = List.copyOf(duties);
	}

	public static Standing of(History history, Policy policy, LocalDate asOf) {
		return new Reckoning(history, policy, asOf).standing();
	}

	public Optional<DutyStanding> duty(CurriculumId curriculum) {
		return this.duties.stream().filter((duty) -> duty.curriculum().equals(curriculum)).findFirst();
	}

}
