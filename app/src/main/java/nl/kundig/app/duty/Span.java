package nl.kundig.app.duty;

import java.time.Period;

/**
 * A length of time as a page says it: in months, or in days when it is no whole month.
 */
public record Span(long months, int days) {

	static Span of(Period period) {
		return new Span(period.toTotalMonths(), period.getDays());
	}

	/** The key of the message that says it. */
	public String key() {
		return (this.days == 0) ? "duty.span.months" : (this.months == 0) ? "duty.span.days" : "duty.span.both";
	}

}
