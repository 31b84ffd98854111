package nl.kundig.courses.enrolment;

import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells who was there, from the session's own history. It may tell the same again; that
 * it was told is written down only when everybody who listens has heard it all.
 */
@Component
class AttendanceTeller {

	private static final Logger LOG = LoggerFactory.getLogger(AttendanceTeller.class);

	private final Sessions sessions;

	private final ApplicationEventPublisher events;

	AttendanceTeller(Sessions sessions, ApplicationEventPublisher events) {
		this.sessions = sessions;
		this.events = events;
	}

	/** Returns the session, as told; or untold, for the recheck. */
	TrainingSession tell(TrainingSession session) {
		boolean heard = true;
		for (Enrolment enrolment : session.enrolments()) {
			try {
				tell(session, enrolment);
			}
			catch (RuntimeException ex) {
				// It is written down who was there; what follows from it is made good
				// later, and for all others now.
				LOG.warn("Not everybody heard of enrolment {} of session {}", enrolment.id(), session.id(), ex);
				heard = false;
			}
		}
		if (!heard) {
			return session;
		}
		return this.sessions.change(session.id(), (roll) -> {
			new DayList(roll).told(session.version());
			return session.id();
		}).session();
	}

	private void tell(TrainingSession session, Enrolment enrolment) {
		TrainingAttended attended = null;
		List<StateChange> history = enrolment.history();
		for (int i = 0; i < history.size(); i++) {
			StateChange change = history.get(i);
			if (change.state() == EnrolmentState.ATTENDED) {
				attended = new TrainingAttended(session.id(), enrolment.id(), i, enrolment.learner(),
						session.training(), session.lastDay(), change.by().id());
				this.events.publishEvent(attended);
			}
			else if (attended != null && change.state() != EnrolmentState.PROOF_RECEIVED) {
				this.events.publishEvent(new AttendanceCorrected(attended,
						Objects.requireNonNullElse(change.text(), change.why().code()), change.by().id()));
				attended = null;
			}
		}
	}

}
