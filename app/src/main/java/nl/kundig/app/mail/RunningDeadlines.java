package nl.kundig.app.mail;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;

import org.springframework.stereotype.Component;

/** Counts deadlines that run on while no mail goes out. */
@Component
class RunningDeadlines {

	private final EnrolmentService enrolments;

	private final PeopleService people;

	private final Clock clock;

	RunningDeadlines(EnrolmentService enrolments, PeopleService people, Clock clock) {
		this.enrolments = enrolments;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * In one region.
	 *
	 * @param offers of a seat that is kept for somebody
	 * @param approvals of a manager who is asked
	 */
	record Count(int offers, int approvals) {

		public int getAll() {
			return this.offers + this.approvals;
		}

	}

	/** In the region of who looks. */
	Count of(LoggedIn me) {
		RegionId region = me.region()
			.or(() -> me.municipality().flatMap(this.people::municipality).map(Municipality::region))
			.orElse(null);
		if (region == null) {
			return new Count(0, 0);
		}
		LocalDate today = LocalDate.now(this.clock.withZone(PeopleService.ZONE));
		List<TrainingSession> coming = this.enrolments.sessionsWithPeople(SessionFilter.from(region, today));
		return new Count(count(coming, EnrolmentState.OFFERED), count(coming, EnrolmentState.REQUESTED));
	}

	private static int count(List<TrainingSession> sessions, EnrolmentState state) {
		return sessions.stream().mapToInt((session) -> session.in(state).size()).sum();
	}

}
