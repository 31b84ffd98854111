package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

/**
 * The roll of a session in somebody's hands: every road to a seat and away from it, each
 * one by the same rules. It knows nothing of storage; what it leaves is written at once
 * or not at all.
 */
final class Roll {

	/** Applying again and again is a mistake or a nuisance. */
	private static final int MOST_ENROLMENTS = 5;

	private final Circumstances circumstances;

	private final Instant now;

	private TrainingSession session;

	/** Takes up the roll; what the clock had to do meanwhile is done first. */
	Roll(TrainingSession session, Circumstances circumstances) {
		this.session = session;
		this.circumstances = circumstances;
		this.now = circumstances.now();
		settle();
	}

	/** The session as it is now. */
	TrainingSession session() {
		return this.session;
	}

	Instant now() {
		return this.now;
	}

	Circumstances circumstances() {
		return this.circumstances;
	}

	// ---- seats

	/** A new enrolment; what becomes of it comes after. */
	Enrolment request(EnrolmentId id, Application application, @Nullable LearnerId manager, Actor by, Why why,
			@Nullable String text) {
		long before = this.session.enrolments()
			.stream()
			.filter((enrolment) -> enrolment.learner().equals(application.learner()))
			.count();
		if (before >= MOST_ENROLMENTS) {
			throw new EnrolmentRefused(Reason.TOO_OFTEN, application.learner());
		}
		StateChange first = new StateChange(EnrolmentState.REQUESTED, this.now, by, why, text, null);
		return put(new Enrolment(id, application.learner(), application.municipality(), manager, application.wishes(),
				application.prerequisitesNote(), this.now, List.of(first), null, null, Enrolment.NEVER_SKIPPED));
	}

	/**
	 * From the manager's yes to a seat that is kept already, or to where all others go.
	 */
	Enrolment pass(Enrolment approved) {
		put(approved);
		Pool kept = approved.pool();
		return (kept != null) ? put(move(approved, EnrolmentState.PLACED, Actor.SYSTEM, Why.SEAT_FROM_COLLEAGUE, null,
				Placing.without(kept))) : enter(approved, Actor.SYSTEM, false, null);
	}

	/** Whether the region has a seat left to give away. */
	boolean hasReserve() {
		return this.session.seats(today()).free(Pool.RESERVE) > 0;
	}

	/**
	 * To a seat, if one is free that nobody waits for; else to the list.
	 * @param text why a coordinator decides so for who asked already; else null
	 */
	Enrolment enter(Enrolment enrolment, Actor by, boolean mayUseReserve, @Nullable String text) {
		Seats seats = this.session.seats(today());
		Pool pool = (mayUseReserve && seats.free(Pool.RESERVE) > 0) ? Pool.RESERVE
				: seats.poolFor(enrolment.municipality()).filter(this::isWaitedForByNobody).orElse(null);
		Enrolment entered = (pool != null)
				? move(enrolment, EnrolmentState.PLACED, by, (text != null) ? Why.ADDED : Why.FREE_SEAT, text,
						Placing.without(pool))
					.withSeat(pool, null)
				: move(enrolment, EnrolmentState.WAITING, by, Why.NO_FREE_SEAT, text, null);
		put(entered);
		offerSeats();
		return get(entered.id());
	}

	private boolean isWaitedForByNobody(Pool pool) {
		return waiting().stream().noneMatch((enrolment) -> pool.isOpenTo(enrolment.municipality()));
	}

	/** Who can be asked: on the list, and did not just pass on what is free. */
	private List<Enrolment> waiting() {
		return this.session.in(EnrolmentState.WAITING)
			.stream()
			.filter((enrolment) -> enrolment.skipped() < this.session.freed())
			.toList();
	}

	/** Out of it; a seat that was held comes free. */
	Enrolment leave(Enrolment enrolment, EnrolmentState to, Actor by, Why why, @Nullable String text) {
		// Nobody needs the wishes of who does not come.
		Enrolment left = put(move(enrolment, to, by, why, text, null).withSeat(null, null).withoutWishes());
		if (enrolment.holdsSeat()) {
			// A seat that was only kept had come free before.
			if (enrolment.state() != EnrolmentState.OFFERED) {
				this.session = this.session.withOneMoreFreed();
			}
			offerSeats();
		}
		return left;
	}

	// ---- the session itself

	/** To other terms, days or another place; seats that come free by it are offered. */
	void replan(SessionPlan plan, SessionChange change) {
		boolean moved = change.kind() == SessionChange.Kind.MOVED;
		SessionTerms before = this.session.plan().terms();
		this.session = this.session.withPlan(plan, this.session.sequence() + (moved ? 1 : 0), change);
		LocalDate releaseOn = plan.terms().releaseOn();
		if (releaseOn != null && today().isBefore(releaseOn)) {
			this.session = this.session.withQuotasKept();
		}
		Instant start = this.session.startsAt();
		for (Enrolment enrolment : this.session.in(EnrolmentState.OFFERED)) {
			Instant until = enrolment.offerUntil();
			if (until != null && until.isAfter(start)) {
				put(enrolment.withSeat(enrolment.pool(), start));
			}
		}
		if (!plan.terms().hasSameSeats(before)) {
			this.session = this.session.withOneMoreFreed();
		}
		settle();
	}

	void cancel(SessionChange change) {
		for (Enrolment enrolment : this.session.enrolments()) {
			if (enrolment.isOpen()) {
				put(move(enrolment, EnrolmentState.CANCELLED, change.by(), Why.SESSION_CANCELLED, change.text(), null)
					.withSeat(null, null));
			}
		}
		this.session = this.session.cancelled(change);
	}

	// ---- what the clock does

	private void settle() {
		if (!this.session.isCancelled()) {
			lapseApprovals();
			lapseOffers();
			release();
			closeTheList();
			offerSeats();
		}
		if (!this.now.isBefore(this.session.wishesUntil())) {
			this.session.enrolments()
				.stream()
				.filter((enrolment) -> enrolment.wishes() != null)
				.forEach((enrolment) -> put(enrolment.withoutWishes()));
		}
	}

	private void lapseApprovals() {
		for (Enrolment enrolment : this.session.in(EnrolmentState.REQUESTED)) {
			boolean late = enrolment.approvalUntil().filter((until) -> !this.now.isBefore(until)).isPresent();
			if (late || this.session.isStarted(this.now)) {
				leave(enrolment, EnrolmentState.CANCELLED, Actor.SYSTEM, Why.APPROVAL_LAPSED, null);
			}
		}
	}

	private void lapseOffers() {
		for (Enrolment enrolment : this.session.in(EnrolmentState.OFFERED)) {
			Instant until = enrolment.offerUntil();
			if (until != null && !this.now.isBefore(until)) {
				put(move(enrolment, EnrolmentState.WAITING, Actor.SYSTEM, Why.OFFER_LAPSED, null, null)
					.withSeat(null, null)
					.withSkipped(this.session.freed()));
			}
		}
	}

	private void release() {
		if (this.session.releasesAt().filter((at) -> !this.now.isBefore(at)).isPresent()) {
			this.session = this.session
				.withReleased(new SessionChange(SessionChange.Kind.QUOTAS_RELEASED, this.now, Actor.SYSTEM, null));
		}
	}

	/** Nobody is promoted after the start, so nobody waits any longer. */
	private void closeTheList() {
		if (this.session.isStarted(this.now)) {
			this.session.in(EnrolmentState.WAITING)
				.forEach((enrolment) -> put(
						move(enrolment, EnrolmentState.CANCELLED, Actor.SYSTEM, Why.STARTED_WITHOUT_SEAT, null, null)));
		}
	}

	/** Every seat that is free is offered, in order, to somebody who may take it. */
	void offerSeats() {
		Seats seats = this.session.seats(today());
		List<Enrolment> waiting = waiting();
		boolean any = waiting.stream().anyMatch((enrolment) -> seats.poolFor(enrolment.municipality()).isPresent());
		if (!any || this.session.isCancelled() || this.session.isStarted(this.now)) {
			return;
		}
		Instant until = OfferDeadline.of(this.now, this.session.startsAt(),
				this.circumstances.rules(this.session).offerWorkingDays());
		Seats left = seats;
		for (Ranked next : this.circumstances.order(this.session, waiting)) {
			Pool pool = left.poolFor(next.enrolment().municipality()).orElse(null);
			if (pool != null) {
				left = left.with(pool);
				put(move(next.enrolment(), EnrolmentState.OFFERED, Actor.SYSTEM, Why.NEXT_IN_ORDER, null,
						new Placing(pool, next.rank(), next.of(), next.score()))
					.withSeat(pool, until));
			}
		}
	}

	// ---- who may

	Enrolment get(EnrolmentId id) {
		return this.session.enrolment(id).orElseThrow(() -> new EnrolmentRefused(Reason.UNKNOWN_ENROLMENT, id));
	}

	/** The person's own, or one of the people somebody speaks for. */
	Enrolment own(EnrolmentId id, Actor by) {
		Enrolment enrolment = get(id);
		checkSpeaksFor(by, enrolment.learner().equals(new LearnerId(by.id())), by.isFor(enrolment.municipality()),
				by.isFor(this.session.owner().region()), id);
		return enrolment;
	}

	Enrolment ownOrRun(EnrolmentId id, Actor by) {
		return this.session.owner().isRunBy(by) ? get(id) : own(id, by);
	}

	static void checkSpeaksFor(Actor by, boolean self, boolean municipality, boolean region, Object about) {
		Reason reason = switch (by.kind()) {
			case LEARNER, MANAGER -> self ? null : Reason.NOT_YOURS;
			case COORDINATOR -> municipality ? null : Reason.NOT_YOUR_MUNICIPALITY;
			case REGION -> region ? null : Reason.NOT_YOUR_REGION;
			case SYSTEM -> null;
		};
		if (reason != null) {
			throw new EnrolmentRefused(reason, about);
		}
	}

	void checkOpen(Object about) {
		checkGoesOn(about);
		if (!this.session.isOpen(this.now)) {
			throw new EnrolmentRefused(Reason.CLOSED, about);
		}
	}

	void checkGoesOn(Object about) {
		if (this.session.isCancelled()) {
			throw new EnrolmentRefused(Reason.SESSION_CANCELLED, about);
		}
		checkNotStarted(about);
	}

	void checkNotStarted(Object about) {
		if (this.session.isStarted(this.now)) {
			throw new EnrolmentRefused(Reason.STARTED, about);
		}
	}

	Enrolment move(Enrolment enrolment, EnrolmentState to, Actor by, Why why, @Nullable String text,
			@Nullable Placing placing) {
		Transitions.check(enrolment, to, by.kind());
		return enrolment.after(new StateChange(to, this.now, by, why, text, placing));
	}

	void put(TrainingSession changed) {
		this.session = changed;
	}

	Enrolment put(Enrolment enrolment) {
		this.session = this.session.withEnrolment(enrolment);
		return enrolment;
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.now, PeopleService.ZONE);
	}

}
