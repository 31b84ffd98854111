package nl.kundig.courses.curriculum;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How long a certificate of a curriculum lasts and how it is renewed. The days it gives
 * are inclusive: valid through the last day.
 *
 * @param period how long a certificate lasts; on a fixed day, the years between two ends
 * @param window how long before the end a renewal can be completed
 * @param grace how long after the end it still can, as if it were in time
 * @param early whether what was achieved before the window counts
 * @param returnPath what must be done after a lapse; null for the whole curriculum
 * @param refreshers what a renewal asks, in turn; empty for the whole curriculum each
 * time
 */
public record Validity(ValidityBasis basis, Period period, Period window, Period grace, EarlyWork early,
		@Nullable CurriculumPart returnPath, List<CurriculumPart> refreshers) {

	public Validity {
		refreshers = List.copyOf(refreshers);
	}

	/** So many months from the end of the one before, renewed in the last three. */
	public static Validity ofMonths(int months) {
		return new Validity(new ValidityBasis.FromPreviousExpiry(), Period.ofMonths(months),
				Period.ofMonths(Math.min(3, months)), Period.ZERO, EarlyWork.COUNTS, null, List.of());
	}

	/** The last day of a first certificate, and of the first one after a lapse. */
	public LocalDate firstLastDay(LocalDate from) {
		return switch (this.basis) {
			case ValidityBasis.FixedDay fixed -> fixed.firstLastDay(from);
			case ValidityBasis.FromCompletion completion -> from.plus(this.period).minusDays(1);
			case ValidityBasis.FromPreviousExpiry expiry -> from.plus(this.period).minusDays(1);
		};
	}

	/**
	 * The last day so many periods after the first one. Counted from the start of the
	 * rhythm each time: adding to the last of a short month would drift.
	 */
	public LocalDate beat(LocalDate anchor, LocalDate firstLastDay, int number) {
		return switch (this.basis) {
			case ValidityBasis.FixedDay fixed -> fixed.in(firstLastDay.getYear() + number * this.period.getYears());
			case ValidityBasis.FromCompletion completion ->
				anchor.plus(this.period.multipliedBy(number + 1)).minusDays(1);
			case ValidityBasis.FromPreviousExpiry expiry ->
				anchor.plus(this.period.multipliedBy(number + 1)).minusDays(1);
		};
	}

	/** The first day on which a renewal of what ends then can be completed. */
	public LocalDate windowOpens(LocalDate lastDay) {
		return lastDay.plusDays(1).minus(this.window);
	}

	/** The last day on which a renewal is still in time. */
	public LocalDate graceEnds(LocalDate lastDay) {
		return lastDay.plus(this.grace);
	}

	/**
	 * Whether an achievement of the first day counts for a first certificate on the
	 * other: as long as a certificate of its day would last.
	 */
	public boolean isFresh(LocalDate achieved, LocalDate on) {
		return on.isBefore(achieved.plus(this.period));
	}

}
