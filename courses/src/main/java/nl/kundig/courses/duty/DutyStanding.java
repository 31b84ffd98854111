package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import org.jspecify.annotations.Nullable;

/**
 * How one duty stands.
 *
 * @param version the version of the curriculum it is about
 * @param reasons why, those that hold first, the strictest of them first
 * @param dueOn last day to do what is open, by the strictest reason and what was added;
 * null when nothing asks it any more
 * @param leaves what is to be done, or was
 * @param cycles every certificate's time, the first one first
 * @param next what to do now, or null
 * @param nextDate the date that matters now, or null
 * @param dates every date that can be explained
 */
public record DutyStanding(CurriculumId curriculum, String version, State state, List<Reason> reasons,
		@Nullable LocalDate dueOn, List<LeafStanding> leaves, List<Cycle> cycles, @Nullable CurriculumRequirement next,
		@Nullable ExplainedDate nextDate, List<ExplainedDate> dates) {

	public DutyStanding {
		reasons = List.copyOf(reasons);
		leaves = List.copyOf(leaves);
		cycles = List.copyOf(cycles);
		dates = List.copyOf(dates);
	}

	/** The states there are. */
	public enum State {

		NOT_STARTED, BUSY, COMPLETE,

		/** To be done within a month, or to be renewed while the certificate is valid. */
		DUE_SOON,

		OVERDUE, EXEMPT, NOT_APPLICABLE,

		/** The certificate ended and the grace is over. */
		LAPSED,

		/** No reason is left. */
		ENDED

	}

	/** The last certificate's time, also when it is over. */
	public Optional<Cycle> latest() {
		return this.cycles.isEmpty() ? Optional.empty() : Optional.of(this.cycles.getLast());
	}

	/** Whether a certificate is valid on that day. */
	public boolean isValidOn(LocalDate day) {
		return this.cycles.stream().anyMatch((cycle) -> cycle.isValidOn(day));
	}

	/** Minutes of what is still open. */
	public int minutesLeft() {
		return this.leaves.stream()
			.filter((leaf) -> leaf.required()
					&& (leaf.state() == LeafStanding.State.OPEN || leaf.state() == LeafStanding.State.WAITING))
			.mapToInt(LeafStanding::minutes)
			.sum();
	}

}
