package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.enrolment.SessionOverview;

/**
 * A session as who runs it sees it, in numbers.
 *
 * @param organiser name of whose session it is
 * @param quotas how far each municipality used what is kept for it
 * @param reserve the seats of the region
 * @param outcome who was there, of a session that was held
 */
record RunSession(SessionOverview session, String title, String organiser, List<Use> quotas, Use reserve,
		Outcome outcome) {

	private static final int HUNDRED = 100;

	/** So many of so many seats. */
	record Use(String name, int taken, int seats) {
	}

	/**
	 * How it went.
	 *
	 * @param known of how many it is known whether they were there
	 */
	record Outcome(int attended, int noShow, int known) {

		static final Outcome NONE = new Outcome(0, 0, 0);

		Outcome with(Outcome other) {
			return new Outcome(this.attended + other.attended, this.noShow + other.noShow, this.known + other.known);
		}

		/** Of everybody of whom it is known, in whole percents, rounded. */
		public long noShowPercent() {
			return (this.known == 0) ? 0 : Math.round((double) HUNDRED * this.noShow / this.known);
		}

	}

	public LocalDate firstDay() {
		return this.session.plan().halfDays().getFirst().date();
	}

	/** Whether something can still be changed. */
	public boolean isChangeable() {
		return !this.session.cancelled() && !this.session.started();
	}

	public long fillPercent() {
		return Math.round((double) HUNDRED * this.session.seats().taken() / this.session.seats().capacity());
	}

}
