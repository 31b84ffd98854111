package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.time.Period;

import org.springframework.data.annotation.TypeAlias;

/** How much more time there is; it never moves the rhythm of later certificates. */
public sealed interface Extension {

	/** The last day after this extension. */
	LocalDate of(LocalDate lastDay);

	/** Through that day; a day that is past already changes nothing. */
	@TypeAlias("throughDay")
	record ThroughDay(LocalDate day) implements Extension {

		@Override
		public LocalDate of(LocalDate lastDay) {
			return this.day.isAfter(lastDay) ? this.day : lastDay;
		}

	}

	/** So much longer. */
	@TypeAlias("byPeriod")
	record ByPeriod(Period period) implements Extension {

		@Override
		public LocalDate of(LocalDate lastDay) {
			return lastDay.plus(this.period);
		}

	}

}
