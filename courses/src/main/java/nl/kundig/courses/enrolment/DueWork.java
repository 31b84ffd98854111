package nl.kundig.courses.enrolment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/** Does what has become due on sessions, one after the other. */
@Component
class DueWork {

	private final Sessions sessions;

	private final AttendanceTeller teller;

	private final LeaverReleaser leavers;

	private final Clock clock;

	DueWork(Sessions sessions, AttendanceTeller teller, LeaverReleaser leavers, Clock clock) {
		this.sessions = sessions;
		this.teller = teller;
		this.leavers = leavers;
		this.clock = clock;
	}

	EnrolmentRecheck recheck() {
		this.leavers.releaseLeavers();
		List<EnrolmentRecheck.Skipped> skipped = new ArrayList<>();
		int changed = 0;
		List<SessionId> due = this.sessions.due(this.clock.instant());
		for (SessionId id : due) {
			try {
				changed += isChanged(id) ? 1 : 0;
			}
			catch (RuntimeException ex) {
				// One broken session must not keep the others waiting.
				skipped.add(new EnrolmentRecheck.Skipped(id, String.valueOf(ex.getMessage())));
			}
		}
		return new EnrolmentRecheck(due.size(), changed, skipped);
	}

	/** Taking up the roll does what is due; there is nothing more to be done with it. */
	private boolean isChanged(SessionId id) {
		long before = this.sessions.find(id).map(TrainingSession::version).orElse(0L);
		TrainingSession session = this.sessions.change(id, (roll) -> id).session();
		if (!session.attendanceTold()) {
			session = this.teller.tell(session);
		}
		return session.version() != before;
	}

}
