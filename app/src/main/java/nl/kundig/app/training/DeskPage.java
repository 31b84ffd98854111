package nl.kundig.app.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.Why;
import org.jspecify.annotations.Nullable;

/**
 * What waits on a coordinator's desk.
 *
 * @param waiting who is on a list, in the order of each session
 * @param approvals who waits for a manager, the first deadline first
 * @param offers who was offered a seat and did not answer, the first deadline first
 * @param unrecorded sessions of which it is not known who was there
 * @param coming sessions people can still go to
 * @param proofs how many proofs wait to be looked at
 */
record DeskPage(List<Waiting> waiting, List<Deadline> approvals, List<Deadline> offers, List<Line> unrecorded,
		List<Line> coming, int proofs) {

	public boolean isQuiet() {
		return this.waiting.isEmpty() && this.approvals.isEmpty() && this.offers.isEmpty() && this.unrecorded.isEmpty()
				&& this.proofs == 0;
	}

	/** A session in a sentence: its title and its first day. */
	record At(SessionId id, String title, LocalDate day) {
	}

	/**
	 * Somebody of ours on a waiting list.
	 *
	 * @param rank place on the list, 1 for the first
	 * @param of how many are on it
	 * @param points out of 100
	 */
	record Waiting(At session, Enrolment enrolment, String name, String municipality, int rank, int of, Why why,
			@Nullable BigDecimal points) {
	}

	/**
	 * Somebody of ours of whom something must be known in time.
	 *
	 * @param manager who is asked; empty for an offer
	 * @param unreached whether that manager gets no mail
	 */
	record Deadline(At session, Enrolment enrolment, String name, String municipality, String manager,
			boolean unreached, Instant until) {
	}

	/**
	 * A session.
	 *
	 * @param ours how many of our people have a seat
	 * @param free seats our people can take
	 * @param waiting everybody on the list
	 * @param releaseOn when what is left of the quotas becomes everybody's; null when
	 * nothing comes free then
	 * @param missing how many of our people's attendances are not known
	 */
	record Line(At session, List<LocalDate> days, boolean cancelled, boolean open, int ours, int free, int capacity,
			int waiting, @Nullable LocalDate releaseOn, int missing) {
	}

}
