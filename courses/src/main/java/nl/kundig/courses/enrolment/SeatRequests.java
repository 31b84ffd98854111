package nl.kundig.courses.enrolment;

import java.util.Objects;

import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

/** Asking for a seat, the answers to that, and giving it up. */
final class SeatRequests {

	private final Roll roll;

	SeatRequests(Roll roll) {
		this.roll = roll;
	}

	/**
	 * A wish to come. Asked again while it is open, it is the same one.
	 * @param fresh id for the enrolment, if it is a new one
	 * @param approval whether a manager must agree
	 */
	Enrolment apply(EnrolmentId fresh, Application application, boolean approval, Actor by) {
		Enrolment known = this.roll.session().openOf(application.learner()).orElse(null);
		if (known != null) {
			return this.roll.own(known.id(), by);
		}
		this.roll.checkOpen(fresh);
		Enrolment requested = this.roll.request(fresh, application, approval ? application.manager() : null, by,
				(by.kind() == Actor.Kind.LEARNER) ? Why.APPLIED : Why.NOMINATED, null);
		return approval ? requested : this.roll.enter(requested, Actor.SYSTEM, false, null);
	}

	/**
	 * Puts somebody on the session without a manager; the seat comes by the same rule.
	 * After the closing day it is still possible: who closes the list may open it.
	 */
	Enrolment add(EnrolmentId fresh, Application application, Actor by, String text) {
		this.roll.checkGoesOn(fresh);
		boolean region = by.kind() == Actor.Kind.REGION;
		Enrolment known = this.roll.session().openOf(application.learner()).orElse(null);
		if (known == null) {
			return this.roll.enter(this.roll.request(fresh, application, null, by, Why.ADDED, text), by, region, null);
		}
		// Who works for two municipalities may have asked from the other one.
		this.roll.own(known.id(), by);
		boolean canEnter = switch (known.state()) {
			case REQUESTED -> !known.holdsSeat();
			case WAITING -> region && this.roll.hasReserve();
			default -> false;
		};
		return canEnter ? this.roll.enter(known, by, region, text) : known;
	}

	// ---- the manager

	Enrolment approve(EnrolmentId id, Actor by) {
		Enrolment enrolment = answerable(id, by);
		if (by.kind() == Actor.Kind.MANAGER && enrolment.isApprovedBy(new LearnerId(by.id()))) {
			return enrolment;
		}
		this.roll.checkGoesOn(id);
		return this.roll
			.pass(this.roll.move(enrolment, EnrolmentState.APPROVED, by, Why.APPROVED_BY_MANAGER, null, null));
	}

	Enrolment refuse(EnrolmentId id, Actor by, @Nullable String text) {
		Enrolment enrolment = answerable(id, by);
		if (enrolment.state() == EnrolmentState.REFUSED) {
			return enrolment;
		}
		return this.roll.leave(enrolment, EnrolmentState.REFUSED, by, Why.REFUSED_BY_MANAGER, text);
	}

	/**
	 * Asks another manager, who has as long to answer as the first one had; a seat that
	 * is kept stays kept. Asked already, it is the same question.
	 */
	Enrolment askAnother(EnrolmentId id, LearnerId manager, Actor by) {
		Enrolment enrolment = this.roll.own(id, by);
		this.roll.checkGoesOn(id);
		if (enrolment.state() != EnrolmentState.REQUESTED || !enrolment.needsManager()) {
			throw new EnrolmentRefused(Reason.NOBODY_ASKED, id);
		}
		return manager.equals(enrolment.manager()) ? enrolment
				: this.roll
					.put(this.roll.move(enrolment, EnrolmentState.REQUESTED, by, Why.OTHER_MANAGER_ASKED, null, null)
						.withManager(manager));
	}

	private Enrolment answerable(EnrolmentId id, Actor by) {
		Enrolment enrolment = this.roll.get(id);
		if (by.kind() == Actor.Kind.MANAGER && !by.is(enrolment.manager())) {
			throw new EnrolmentRefused(Reason.NOT_YOURS, id);
		}
		if (enrolment.last().why() == Why.APPROVAL_LAPSED) {
			throw new EnrolmentRefused(Reason.APPROVAL_OVER, id);
		}
		return enrolment;
	}

	// ---- leaving, and offers

	Enrolment withdraw(EnrolmentId id, Actor by, @Nullable String text) {
		Enrolment enrolment = this.roll.own(id, by);
		if (enrolment.state() == EnrolmentState.CANCELLED) {
			return enrolment;
		}
		this.roll.checkNotStarted(id);
		boolean self = by.kind() == Actor.Kind.LEARNER;
		return this.roll.leave(enrolment, EnrolmentState.CANCELLED, by, self ? Why.WITHDRAWN : Why.BY_COORDINATOR,
				text);
	}

	/** Whoever works there no longer does not come; what is over stays as it was. */
	Enrolment leaveMunicipality(EnrolmentId id) {
		Enrolment enrolment = this.roll.get(id);
		boolean over = this.roll.session().isCancelled() || this.roll.session().isStarted(this.roll.now());
		return (over || !enrolment.isOpen()) ? enrolment
				: this.roll.leave(enrolment, EnrolmentState.CANCELLED, Actor.SYSTEM, Why.ROLE_LEFT, null);
	}

	Enrolment accept(EnrolmentId id, Actor by) {
		Enrolment enrolment = this.roll.own(id, by);
		if (enrolment.state().isPlaced()) {
			return enrolment;
		}
		Enrolment offered = offered(enrolment);
		Pool pool = Objects.requireNonNull(offered.pool());
		return this.roll.put(
				this.roll
					.move(offered, EnrolmentState.PLACED, by, Why.OFFER_ACCEPTED, null,
							offered.placing().orElseGet(() -> Placing.without(pool)))
					.withSeat(pool, null));
	}

	/**
	 * Does not want this seat.
	 * @param stay whether the person stays on the list for another one
	 */
	Enrolment decline(EnrolmentId id, boolean stay, Actor by) {
		Enrolment enrolment = this.roll.own(id, by);
		if (enrolment.last().why() == Why.OFFER_DECLINED) {
			return enrolment;
		}
		Enrolment offered = offered(enrolment);
		Enrolment passed = this.roll
			.move(offered, stay ? EnrolmentState.WAITING : EnrolmentState.CANCELLED, by, Why.OFFER_DECLINED, null, null)
			.withSeat(null, null)
			.withSkipped(this.roll.session().freed());
		this.roll.put(passed);
		this.roll.offerSeats();
		return passed;
	}

	private Enrolment offered(Enrolment enrolment) {
		if (enrolment.last().why() == Why.OFFER_LAPSED || this.roll.session().isStarted(this.roll.now())) {
			throw new EnrolmentRefused(Reason.OFFER_OVER, enrolment.id());
		}
		if (enrolment.state() != EnrolmentState.OFFERED) {
			throw new EnrolmentRefused(Transitions.reason(enrolment.state(), EnrolmentState.OFFERED), enrolment.id());
		}
		return enrolment;
	}

}
