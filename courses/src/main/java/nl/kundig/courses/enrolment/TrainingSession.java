package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.privacy.DataRule;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A training on certain days, with everybody's way through it. It is one document, so
 * that one conditional write decides who gets a seat, by whichever road they come.
 *
 * @param version one more at each write; a change names the one it began with
 * @param plan when, where and for how many
 * @param firstDay day of the first half-day
 * @param sequence of the calendar event: one more when it is moved or cancelled
 * @param seed what lots are drawn with; recorded so that anybody can draw them again
 * @param released whether what was left of the quotas became everybody's
 * @param freed how many seats came free so far
 * @param attendanceTold whether who listens heard of everybody who was there
 * @param dueAt when the clock has something to do here, or null
 * @param changedAt when it was last written
 */
@Document("trainingSessions")
@TypeAlias("trainingSession")
@CompoundIndex(def = "{'training': 1, 'firstDay': 1}")
@CompoundIndex(def = "{'owner.region': 1, 'firstDay': 1}")
@CompoundIndex(def = "{'enrolments.learner': 1}")
@CompoundIndex(def = "{'dueAt': 1}")
@CompoundIndex(def = "{'changedAt': 1}")
@DataRule(
		kept = "for ever: it explains who got a seat, with who was asked to agree and who did each step; wishes until"
				+ " 30 days after the last half-day",
		exported = "the person's own enrolments, whole, with the session; not those of others whose manager the person"
				+ " was or for whom the person did something",
		erased = "the person's enrolments are taken out; of others' enrolments the manager's id and the id or account"
				+ " name of who did a step")
public record TrainingSession(@Id SessionId id, long version, TrainingId training, Owner owner, SessionPlan plan,
		LocalDate firstDay, State state, int sequence, String seed, boolean released, int freed, boolean attendanceTold,
		@Nullable Instant dueAt, Instant changedAt, List<SessionChange> history, List<Enrolment> enrolments) {

	/** So long after the last half-day nobody needs the wishes any more. */
	static final int DAYS_WISHES_ARE_KEPT = 30;

	public TrainingSession {
		history = List.copyOf(history);
		enrolments = List.copyOf(enrolments);
	}

	/** What a session is. */
	public enum State {

		PLANNED, CANCELLED

	}

	// ---- when

	public Instant startsAt() {
		return this.plan.halfDays().getFirst().startsAt();
	}

	/** Day of the last half-day: from then on it counts. */
	public LocalDate lastDay() {
		return this.plan.halfDays().getLast().date();
	}

	/**
	 * The first moment on which one cannot apply any more: the end of the closing day.
	 */
	public Instant closesAt() {
		return this.plan.terms().closingDay().plusDays(1).atStartOfDay(PeopleService.ZONE).toInstant();
	}

	public boolean isStarted(Instant now) {
		return !now.isBefore(startsAt());
	}

	public boolean isCancelled() {
		return this.state == State.CANCELLED;
	}

	/** Whether one can apply. */
	public boolean isOpen(Instant now) {
		return !isCancelled() && now.isBefore(closesAt()) && !isStarted(now);
	}

	/** Whether both have some time in common. */
	public boolean overlaps(TrainingSession other) {
		return this.plan.halfDays()
			.stream()
			.anyMatch((halfDay) -> other.plan.halfDays().stream().anyMatch(halfDay::overlaps));
	}

	/** When the last half-day begins; before that nobody knows who was there. */
	public Instant attendanceFrom() {
		return this.plan.halfDays().getLast().startsAt();
	}

	/** Why it was cancelled; empty while it is not. */
	public Optional<String> cancelledBecause() {
		return this.history.stream()
			.filter((change) -> change.kind() == SessionChange.Kind.CANCELLED)
			.map(SessionChange::text)
			.flatMap(Stream::ofNullable)
			.findFirst();
	}

	// ---- who

	public Optional<Enrolment> enrolment(EnrolmentId id) {
		return this.enrolments.stream().filter((enrolment) -> enrolment.id().equals(id)).findFirst();
	}

	/** The newest of the person's enrolments; an open one is always that. */
	public Optional<Enrolment> enrolmentOf(LearnerId learner) {
		return this.enrolments.reversed()
			.stream()
			.filter((enrolment) -> enrolment.learner().equals(learner))
			.findFirst();
	}

	Optional<Enrolment> openOf(LearnerId learner) {
		return enrolmentOf(learner).filter(Enrolment::isOpen);
	}

	public List<Enrolment> in(EnrolmentState wanted) {
		return this.enrolments.stream().filter((enrolment) -> enrolment.state() == wanted).toList();
	}

	public Seats seats(LocalDate day) {
		return Seats.of(this, day);
	}

	/** How many have a seat of their own. */
	public int placed() {
		return (int) this.enrolments.stream()
			.filter((enrolment) -> enrolment.state().isPlaced() || enrolment.state().isAfterwards())
			.count();
	}

	/** How many more must come for it to go on: "nog n nodig". */
	public int stillNeeded() {
		return Math.max(0, this.plan.terms().minimum() - placed());
	}

	// ---- the same, changed

	TrainingSession withEnrolment(Enrolment changed) {
		List<Enrolment> all = new ArrayList<>(this.enrolments);
		int known = 0;
		while (known < all.size() && !all.get(known).id().equals(changed.id())) {
			known++;
		}
		if (known < all.size()) {
			all.set(known, changed);
		}
		else {
			all.add(changed);
		}
		return with(this.plan, this.state, this.sequence, this.released, this.freed, this.attendanceTold, this.history,
				all);
	}

	TrainingSession withPlan(SessionPlan changed, int newSequence, SessionChange change) {
		return with(changed, this.state, newSequence, this.released, this.freed, this.attendanceTold, after(change),
				this.enrolments);
	}

	TrainingSession cancelled(SessionChange change) {
		return with(this.plan, State.CANCELLED, this.sequence + 1, this.released, this.freed, this.attendanceTold,
				after(change), this.enrolments);
	}

	TrainingSession withReleased(SessionChange change) {
		return with(this.plan, this.state, this.sequence, true, this.freed + 1, this.attendanceTold, after(change),
				this.enrolments);
	}

	/** Quotas are kept again; a new day releases them. */
	TrainingSession withQuotasKept() {
		return with(this.plan, this.state, this.sequence, false, this.freed, this.attendanceTold, this.history,
				this.enrolments);
	}

	TrainingSession withOneMoreFreed() {
		return with(this.plan, this.state, this.sequence, this.released, this.freed + 1, this.attendanceTold,
				this.history, this.enrolments);
	}

	TrainingSession withAttendanceTold(boolean told) {
		return with(this.plan, this.state, this.sequence, this.released, this.freed, told, this.history,
				this.enrolments);
	}

	/** As it is written: the next version, with when the clock must look again. */
	TrainingSession asWritten(Instant now) {
		return new TrainingSession(this.id, this.version + 1, this.training, this.owner, this.plan,
				this.plan.halfDays().getFirst().date(), this.state, this.sequence, this.seed, this.released, this.freed,
				this.attendanceTold, nextDue(now).orElse(null), now, this.history, this.enrolments);
	}

	private TrainingSession with(SessionPlan newPlan, State newState, int newSequence, boolean newReleased,
			int newFreed, boolean told, List<SessionChange> newHistory, Collection<Enrolment> newEnrolments) {
		return new TrainingSession(this.id, this.version, this.training, this.owner, newPlan, this.firstDay, newState,
				newSequence, this.seed, newReleased, newFreed, told, this.dueAt, this.changedAt, newHistory,
				List.copyOf(newEnrolments));
	}

	private List<SessionChange> after(SessionChange change) {
		List<SessionChange> longer = new ArrayList<>(this.history);
		longer.add(change);
		return longer;
	}

	private Optional<Instant> nextDue(Instant now) {
		Stream.Builder<Instant> due = Stream.builder();
		if (!this.attendanceTold) {
			due.add(now);
		}
		for (Enrolment enrolment : this.enrolments) {
			if (enrolment.isOpen() && !enrolment.state().isPlaced()) {
				due.add(startsAt());
			}
			Optional.ofNullable(enrolment.offerUntil()).ifPresent(due::add);
			enrolment.approvalUntil().ifPresent(due::add);
		}
		releasesAt().ifPresent(due::add);
		if (this.enrolments.stream().anyMatch((enrolment) -> enrolment.wishes() != null)) {
			due.add(wishesUntil());
		}
		return due.build().min(Instant::compareTo);
	}

	/** When the quotas are released; empty when they are, or when there are none. */
	Optional<Instant> releasesAt() {
		LocalDate day = this.plan.terms().releaseOn();
		boolean kept = !this.released && !isCancelled() && !this.plan.terms().quotas().isEmpty();
		return (kept && day != null) ? Optional.of(day.atStartOfDay(PeopleService.ZONE).toInstant()) : Optional.empty();
	}

	/** When nobody needs the wishes any more. */
	Instant wishesUntil() {
		return lastDay().plusDays(DAYS_WISHES_ARE_KEPT + 1L).atStartOfDay(PeopleService.ZONE).toInstant();
	}

}
