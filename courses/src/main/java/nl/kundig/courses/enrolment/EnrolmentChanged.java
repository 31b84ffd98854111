package nl.kundig.courses.enrolment;

import java.util.List;

import nl.kundig.courses.people.LearnerId;

/**
 * An enrolment went further, by one write.
 *
 * @param index of the first of the changes in the enrolment's history
 * @param changes the steps, the last one being the state of now
 */
public record EnrolmentChanged(SessionId session, EnrolmentId enrolment, LearnerId learner, int index,
		List<StateChange> changes) {

	public EnrolmentChanged {
		changes = List.copyOf(changes);
	}

	public EnrolmentState state() {
		return this.changes.getLast().state();
	}

}
