package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

/**
 * One person's way through one session.
 *
 * @param municipality whose seat it takes
 * @param manager who is asked, or null where nobody is
 * @param wishes what the trainer should know: food, a ramp; gone 30 days after the
 * session
 * @param prerequisitesNote why it is right without what the training asks for
 * @param history every state since, the first one first
 * @param pool where the seat comes from; null without a seat
 * @param offerUntil until when an offered seat is kept
 * @param skipped how many seats had come free when one was last passed on; it is not
 * offered again
 */
public record Enrolment(EnrolmentId id, LearnerId learner, MunicipalityId municipality, @Nullable LearnerId manager,
		@Nullable String wishes, @Nullable String prerequisitesNote, Instant appliedAt, List<StateChange> history,
		@Nullable Pool pool, @Nullable Instant offerUntil, int skipped) {

	/** Longest text of wishes, notes and reasons. */
	public static final int LONGEST_TEXT = 300;

	/** How many days a manager has to answer, the last one included. */
	static final int APPROVAL_DAYS = 14;

	/** Nothing was passed on. */
	static final int NEVER_SKIPPED = -1;

	public Enrolment {
		history = List.copyOf(history);
	}

	public EnrolmentState state() {
		return last().state();
	}

	/** The step that led to the state of now. */
	public StateChange last() {
		return this.history.getLast();
	}

	public boolean isOpen() {
		return state().isOpen();
	}

	/** Whether a seat is taken by it, also one that is only kept. */
	public boolean holdsSeat() {
		return this.pool != null;
	}

	/** Whether the municipality wanted the manager to agree. */
	public boolean needsManager() {
		return this.manager != null;
	}

	/** Until when the manager can answer; empty when nobody is asked now. */
	public Optional<Instant> approvalUntil() {
		if (state() != EnrolmentState.REQUESTED) {
			return Optional.empty();
		}
		LocalDate asked = LocalDate.ofInstant(last().at(), PeopleService.ZONE);
		return Optional.of(asked.plusDays(APPROVAL_DAYS + 1L).atStartOfDay(PeopleService.ZONE).toInstant());
	}

	/** Whether this manager said yes. */
	public boolean isApprovedBy(LearnerId by) {
		return this.history.stream()
			.anyMatch((change) -> change.state() == EnrolmentState.APPROVED && change.by().is(by));
	}

	/** Whether a proof of it was accepted, whatever was corrected since. */
	public boolean hasProof() {
		return this.history.stream().anyMatch((change) -> change.state() == EnrolmentState.PROOF_RECEIVED);
	}

	/** Whether the provider was told of a seat that is given up since. */
	public boolean leftAfterHandOver() {
		return state() == EnrolmentState.CANCELLED
				&& this.history.stream().anyMatch((change) -> change.state() == EnrolmentState.HANDED_OVER);
	}

	/** How the seat of now came; empty without one. */
	public Optional<Placing> placing() {
		return this.history.reversed()
			.stream()
			.map(StateChange::placing)
			.filter((placing) -> placing != null && placing.pool().equals(this.pool))
			.findFirst()
			.map((placing) -> placing);
	}

	Enrolment after(StateChange change) {
		List<StateChange> longer = new ArrayList<>(this.history);
		longer.add(change);
		return new Enrolment(this.id, this.learner, this.municipality, this.manager, this.wishes,
				this.prerequisitesNote, this.appliedAt, longer, this.pool, this.offerUntil, this.skipped);
	}

	Enrolment withSeat(@Nullable Pool seat, @Nullable Instant until) {
		return new Enrolment(this.id, this.learner, this.municipality, this.manager, this.wishes,
				this.prerequisitesNote, this.appliedAt, this.history, seat, until, this.skipped);
	}

	Enrolment withSkipped(int freed) {
		return new Enrolment(this.id, this.learner, this.municipality, this.manager, this.wishes,
				this.prerequisitesNote, this.appliedAt, this.history, this.pool, this.offerUntil, freed);
	}

	Enrolment withManager(@Nullable LearnerId asked) {
		return new Enrolment(this.id, this.learner, this.municipality, asked, this.wishes, this.prerequisitesNote,
				this.appliedAt, this.history, this.pool, this.offerUntil, this.skipped);
	}

	Enrolment withoutWishes() {
		return new Enrolment(this.id, this.learner, this.municipality, this.manager, null, this.prerequisitesNote,
				this.appliedAt, this.history, this.pool, this.offerUntil, this.skipped);
	}

}
