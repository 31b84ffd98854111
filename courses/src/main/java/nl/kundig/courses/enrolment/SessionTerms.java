package nl.kundig.courses.enrolment;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a session without anybody having to come at another time or
 * place.
 *
 * @param trainer name, or empty while nobody knows
 * @param capacity seats, 1 to 20; up to 40 with a reason
 * @param capacityReason why there are more than 20; else null
 * @param minimum with fewer it may be cancelled; 0 to the capacity
 * @param closingDay last day to apply, through 23:59:59 Europe/Amsterdam
 * @param quotas seats kept per municipality
 * @param releaseOn from the first moment of this day what is left of the quotas is
 * everybody's; null without quotas
 * @param reserve seats that only the region gives away
 */
public record SessionTerms(String trainer, int capacity, @Nullable String capacityReason, int minimum,
		LocalDate closingDay, List<Quota> quotas, @Nullable LocalDate releaseOn, int reserve) {

	/** How many seats a session has when nobody says otherwise. */
	public static final int USUAL_CAPACITY = 18;

	/** A training for professionals works in groups up to so many. */
	public static final int MOST_WITHOUT_REASON = 20;

	public static final int MOST = 40;

	public SessionTerms {
		quotas = List.copyOf(quotas);
	}

	/** No quota, no reserve, and nobody has to come. */
	public static SessionTerms of(String trainer, int capacity, LocalDate closingDay) {
		return new SessionTerms(trainer, capacity, null, 0, closingDay, List.of(), null, 0);
	}

	/** Whether as many seats are there, for the same people. */
	boolean hasSameSeats(SessionTerms other) {
		return this.capacity == other.capacity && this.reserve == other.reserve && this.quotas.equals(other.quotas);
	}

	SessionTerms withDays(LocalDate newClosingDay, @Nullable LocalDate newReleaseOn) {
		return new SessionTerms(this.trainer, this.capacity, this.capacityReason, this.minimum, newClosingDay,
				this.quotas, newReleaseOn, this.reserve);
	}

}
