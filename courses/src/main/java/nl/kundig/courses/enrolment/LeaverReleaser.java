package nl.kundig.courses.enrolment;

import java.time.Clock;
import java.time.LocalDate;

import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleLeft;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes whoever works in a municipality no longer off its people's sessions, so that the
 * seats go to those who do. A last day that is still to come is seen to the day after.
 */
@Component
class LeaverReleaser {

	private static final Logger LOG = LoggerFactory.getLogger(LeaverReleaser.class);

	/** So long Kundig can stand still without forgetting that somebody left. */
	private static final int DAYS_BACK = 31;

	private final Sessions sessions;

	private final PeopleService people;

	private final Clock clock;

	/** The day on which everybody who left was looked at; null before the first time. */
	private volatile @Nullable LocalDate lookedOn;

	LeaverReleaser(Sessions sessions, PeopleService people, Clock clock) {
		this.sessions = sessions;
		this.people = people;
		this.clock = clock;
	}

	@EventListener
	void on(RoleLeft left) {
		if (left.until().isBefore(today())) {
			this.people.learner(left.learner()).ifPresent(this::releaseOrLater);
		}
	}

	/** Once a day, and again after a failure: those whose last day is over. */
	void releaseLeavers() {
		LocalDate today = today();
		if (today.equals(this.lookedOn)) {
			return;
		}
		boolean all = true;
		for (Learner learner : this.people.learnersWhoLeft(today.minusDays(DAYS_BACK), today.minusDays(1))) {
			all &= releaseOrLater(learner);
		}
		if (all) {
			this.lookedOn = today;
		}
	}

	/** One person's failure must not keep others' seats from coming free. */
	private boolean releaseOrLater(Learner learner) {
		try {
			release(learner);
			return true;
		}
		catch (RuntimeException ex) {
			LOG.warn("Learner {} could not be taken off sessions", learner.id(), ex);
			this.lookedOn = null;
			return false;
		}
	}

	private void release(Learner learner) {
		LearnerId id = learner.id();
		for (TrainingSession session : this.sessions.of(id)) {
			session.openOf(id)
				.filter((enrolment) -> !learner.worksIn(enrolment.municipality(), today()))
				.ifPresent((enrolment) -> this.sessions.change(session.id(),
						(roll) -> new SeatRequests(roll).leaveMunicipality(enrolment.id())));
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

}
