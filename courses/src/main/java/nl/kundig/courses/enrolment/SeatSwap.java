package nl.kundig.courses.enrolment;

import java.util.List;

import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

/** Sends a colleague: a seat goes from one to another, and nobody is passed unfairly. */
final class SeatSwap {

	private final Roll roll;

	SeatSwap(Roll roll) {
		this.roll = roll;
	}

	/**
	 * The seat goes to a colleague. The colleague's manager must agree as well, unless it
	 * is the one who agreed already; until then the seat is kept.
	 * @param fresh id for the colleague's enrolment, if it is a new one
	 * @param colleague as for an application; the manager is theirs
	 * @param approval whether a manager must agree
	 */
	Enrolment hand(EnrolmentId id, EnrolmentId fresh, Application colleague, boolean approval, Actor by) {
		Enrolment holder = this.roll.own(id, by);
		this.roll.checkGoesOn(id);
		if (holder.learner().equals(colleague.learner())) {
			throw new EnrolmentRefused(Reason.COLLEAGUE_IS_HOLDER, id);
		}
		Enrolment known = this.roll.session().openOf(colleague.learner()).orElse(null);
		if (known != null && known.holdsSeat()) {
			return handedAlready(holder, known);
		}
		Pool seat = holder.pool();
		if (!holder.state().isPlaced() || seat == null) {
			throw new EnrolmentRefused(Transitions.reason(holder.state(), EnrolmentState.CANCELLED), id);
		}
		checkFair(seat, colleague);
		this.roll.put(this.roll.move(holder, EnrolmentState.CANCELLED, by, Why.SEAT_GIVEN_TO_COLLEAGUE, null, null)
			.withSeat(null, null));
		if (known != null && known.state() == EnrolmentState.WAITING) {
			// Whoever is on the list needs nobody's yes any more.
			return seated(known, seat, by);
		}
		Enrolment requested = requested(known, fresh, colleague, approval, seat, by);
		if (!approval) {
			return seated(requested, seat, Actor.SYSTEM);
		}
		Enrolment kept = this.roll.put(requested.withSeat(seat, null));
		LearnerId manager = kept.manager();
		return (manager != null && holder.isApprovedBy(manager)) ? this.roll
			.pass(this.roll.move(kept, EnrolmentState.APPROVED, Actor.SYSTEM, Why.APPROVAL_CARRIED_OVER, null, null))
				: kept;
	}

	private Enrolment requested(@Nullable Enrolment known, EnrolmentId fresh, Application colleague, boolean approval,
			Pool seat, Actor by) {
		if (known == null) {
			return this.roll.request(fresh, colleague, approval ? colleague.manager() : null, by,
					Why.SEAT_FROM_COLLEAGUE, null);
		}
		return this.roll.move(known, EnrolmentState.REQUESTED, by, Why.SEAT_FROM_COLLEAGUE, null,
				Placing.without(seat));
	}

	private Enrolment seated(Enrolment colleague, Pool seat, Actor by) {
		return this.roll.put(this.roll
			.move(colleague, EnrolmentState.PLACED, by, Why.SEAT_FROM_COLLEAGUE, null, Placing.without(seat))
			.withSeat(seat, null));
	}

	/** The same request twice is one: the colleague has the seat already. */
	private static Enrolment handedAlready(Enrolment holder, Enrolment colleague) {
		boolean handed = holder.last().why() == Why.SEAT_GIVEN_TO_COLLEAGUE && colleague.history()
			.stream()
			.anyMatch((change) -> change.why() == Why.SEAT_FROM_COLLEAGUE && change.at().equals(holder.last().at()));
		if (!handed) {
			throw new EnrolmentRefused(Reason.COLLEAGUE_HAS_SEAT, colleague.id());
		}
		return colleague;
	}

	/**
	 * Where the region says so, only a seat of the municipality's own goes past the list;
	 * any other to whoever of the municipality would be asked first, or when nobody else
	 * waits for it. A seat of the region's reserve was given to one person: whoever waits
	 * would be passed by it.
	 */
	private void checkFair(Pool seat, Application colleague) {
		TrainingSession session = this.roll.session();
		if (seat.kind() == Pool.Kind.QUOTA || !this.roll.circumstances().rules(session).swapWithinQuotaOnly()) {
			return;
		}
		List<Enrolment> waiting = session.in(EnrolmentState.WAITING)
			.stream()
			.filter((enrolment) -> seat.kind() == Pool.Kind.RESERVE || seat.isOpenTo(enrolment.municipality()))
			.toList();
		boolean first = this.roll.circumstances()
			.order(session, waiting)
			.stream()
			.map(Ranked::enrolment)
			.filter((enrolment) -> enrolment.municipality().equals(colleague.municipality()))
			.findFirst()
			.filter((enrolment) -> enrolment.learner().equals(colleague.learner()))
			.isPresent();
		if (!waiting.isEmpty() && !first) {
			throw new EnrolmentRefused(Reason.COLLEAGUE_PASSES_THE_LIST, colleague.learner());
		}
	}

}
