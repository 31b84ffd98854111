package nl.kundig.courses.curriculum;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.Year;

import org.springframework.data.annotation.TypeAlias;

/** From which day the validity of a certificate is counted; named on the screen. */
public sealed interface ValidityBasis {

	/** From the day of completion: renewing early shifts the end. */
	@TypeAlias("fromCompletion")
	record FromCompletion() implements ValidityBasis {
	}

	/** From the end of the one before: renewing early costs nothing. */
	@TypeAlias("fromPreviousExpiry")
	record FromPreviousExpiry() implements ValidityBasis {
	}

	/**
	 * Through a fixed day of the year.
	 *
	 * @param day 29 February is the 28th in other years
	 * @param minimum how long a first certificate is valid at least; it ends a year later
	 * when the day comes too soon
	 */
	@TypeAlias("fixedDay")
	record FixedDay(Month month, int day, Period minimum) implements ValidityBasis {

		/** The day in that year. */
		public LocalDate in(int year) {
			return LocalDate.of(year, this.month, Math.min(this.day, this.month.length(Year.isLeap(year))));
		}

		/** The first such day that gives a certificate of that day its minimum. */
		public LocalDate firstLastDay(LocalDate from) {
			LocalDate earliest = from.plus(this.minimum).minusDays(1);
			LocalDate same = in(earliest.getYear());
			return same.isBefore(earliest) ? in(earliest.getYear() + 1) : same;
		}

	}

}
