package nl.kundig.app.training;

import java.util.Optional;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofState;
import org.jspecify.annotations.Nullable;

/**
 * One of somebody's enrolments. Of the session it has what concerns the person only.
 *
 * @param title of the training
 * @param cancelledBecause why the session does not take place; empty while it does
 * @param started whether the session has begun
 * @param proof the newest that was handed in for it, or null
 */
record EnrolmentCard(SessionId session, SessionPlan plan, Enrolment enrolment, String title,
		Optional<String> cancelledBecause, boolean started, @Nullable Proof proof) {

	public boolean isOffered() {
		return this.enrolment.state() == EnrolmentState.OFFERED;
	}

	/** Whether something may still come of it. */
	public boolean isComing() {
		return this.enrolment.isOpen() && !isOffered();
	}

	/** The link to take part, for who has a seat. */
	public @Nullable String link() {
		return this.enrolment.state().isPlaced() ? this.plan.venue().onlineLink() : null;
	}

	/** Whether a colleague can be sent instead. */
	public boolean isSwappable() {
		return this.enrolment.state().isPlaced() && !this.started;
	}

	/** Whether a proof of having been there is still wanted. */
	public boolean isProvable() {
		return this.enrolment.state() == EnrolmentState.ATTENDED
				&& (this.proof == null || this.proof.state() == ProofState.REFUSED);
	}

	/** Whether a message about this one is to be shown here. */
	public boolean is(@Nullable String id) {
		return this.enrolment.id().value().equals(id);
	}

}
