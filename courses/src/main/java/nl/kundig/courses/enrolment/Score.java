package nl.kundig.courses.enrolment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in the order, with everything that makes the points: whoever reads
 * it can reckon them again.
 *
 * @param nextSession first day of the next session of the training, or null
 * @param daysWaiting whole days since the application
 * @param lot decides between equal points; made of the session's seed and the enrolment
 */
public record Score(UrgencyFacts facts, @Nullable LocalDate nextSession, int daysWaiting, Weights weights, String lot) {

	/** More days on the list give no more points. */
	static final int MOST_DAYS = 30;

	/** What counts. */
	public enum Criterion {

		/** It falls due before the next session. */
		EXPIRY,

		/** How many of the unit lack it. */
		GAP,

		/** Never been to this training. */
		FIRST_TIMER,

		/** Time since the application. */
		WAITING

	}

	/**
	 * One line of the explanation.
	 *
	 * @param share how far the criterion is met, in thousandths
	 * @param weight what it weighs when met wholly
	 */
	public record Row(Criterion criterion, int share, int weight) {

		public BigDecimal points() {
			return BigDecimal.valueOf((long) this.share * this.weight, 3);
		}

	}

	public List<Row> rows() {
		LocalDate due = this.facts.dueOn();
		boolean onlyThis = due != null && (this.nextSession == null || due.isBefore(this.nextSession));
		int gap = (this.facts.ofUnit() > 0) ? this.facts.lacking() * 1000 / this.facts.ofUnit() : 0;
		int waiting = Math.min(this.daysWaiting, MOST_DAYS) * 1000 / MOST_DAYS;
		return List.of(new Row(Criterion.EXPIRY, onlyThis ? 1000 : 0, this.weights.expiry()),
				new Row(Criterion.GAP, gap, this.weights.gap()),
				new Row(Criterion.FIRST_TIMER, this.facts.attendedBefore() ? 0 : 1000, this.weights.firstTimer()),
				new Row(Criterion.WAITING, waiting, this.weights.waiting()));
	}

	/** Out of 100. */
	public BigDecimal points() {
		return rows().stream().map(Row::points).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
