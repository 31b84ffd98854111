package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.List;

/**
 * One certificate's time. Its days are fixed when it opens; only an extension lengthens
 * it.
 *
 * @param number 1 for the first certificate of the curriculum
 * @param version the version of the curriculum that was completed
 * @param completedOn the day it was completed
 * @param from first day of validity
 * @param plannedLastDay last day without extensions; the rhythm goes by this day
 * @param lastDay last day of validity
 * @param windowOpens first day on which the next one can be completed
 * @param graceEnds last day on which that is still in time
 * @param steps how the last day was reckoned
 */
public record Cycle(int number, Kind kind, String version, LocalDate completedOn, LocalDate from,
		LocalDate plannedLastDay, LocalDate lastDay, LocalDate windowOpens, LocalDate graceEnds, List<DateStep> steps) {

	public Cycle {
		steps = List.copyOf(steps);
	}

	/** How it came about. */
	public enum Kind {

		FIRST, RENEWAL,

		/** After a lapse; a new rhythm starts. */
		RETURN

	}

	public boolean isValidOn(LocalDate day) {
		return !day.isBefore(this.from) && !day.isAfter(this.lastDay);
	}

}
