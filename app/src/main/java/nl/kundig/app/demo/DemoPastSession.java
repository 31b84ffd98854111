package nl.kundig.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.Placing;
import nl.kundig.courses.enrolment.Pool;
import nl.kundig.courses.enrolment.SessionChange;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.StateChange;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Why;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

/**
 * A session as it stood on the morning of its day, some weeks ago. No service plans in
 * the past, and rightly so; everything from that morning on goes through the services.
 */
final class DemoPastSession {

	private static final Duration ASKED_BEFORE = Duration.ofDays(40);

	private static final Duration HANDED_OVER_BEFORE = Duration.ofDays(12);

	private static final Duration CONFIRMED_BEFORE = Duration.ofDays(10);

	/** Who came from where. */
	record Guest(LearnerId learner, MunicipalityId municipality) {
	}

	private final Instant start;

	private final Actor by;

	private DemoPastSession(Instant start, Actor by) {
		this.start = start;
		this.by = by;
	}

	static TrainingSession of(String id, TrainingId training, Owner owner, SessionPlan plan, Actor by,
			List<Guest> guests) {
		Instant start = plan.halfDays().getFirst().startsAt();
		DemoPastSession then = new DemoPastSession(start, by);
		Instant planned = start.minus(ASKED_BEFORE).minus(Duration.ofDays(20));
		LocalDate day = plan.halfDays().getFirst().date();
		List<Enrolment> enrolments = guests.stream()
			.map((guest) -> then.confirmed(id + "-" + (guests.indexOf(guest) + 1), guest))
			.toList();
		return new TrainingSession(new SessionId(id), 1, training, owner, plan, day, TrainingSession.State.PLANNED, 0,
				Long.toHexString(day.toEpochDay()), false, 0, true, null, start.minus(CONFIRMED_BEFORE),
				List.of(new SessionChange(SessionChange.Kind.PLANNED, planned, by, null)), enrolments);
	}

	private Enrolment confirmed(String id, Guest guest) {
		Instant asked = this.start.minus(ASKED_BEFORE);
		return new Enrolment(new EnrolmentId(id), guest.learner(), guest.municipality(), null, null, null, asked, List
			.of(step(EnrolmentState.REQUESTED, asked, Actor.learner(guest.learner()), Why.APPLIED, null),
					step(EnrolmentState.PLACED, asked, Actor.SYSTEM, Why.FREE_SEAT,
							new Placing(Pool.GENERAL, 0, 0, null)),
					step(EnrolmentState.HANDED_OVER, this.start.minus(HANDED_OVER_BEFORE), this.by, Why.HANDED_OVER,
							null),
					step(EnrolmentState.CONFIRMED, this.start.minus(CONFIRMED_BEFORE), this.by, Why.CONFIRMED, null)),
				Pool.GENERAL, null, -1);
	}

	private static StateChange step(EnrolmentState state, Instant at, Actor by, Why why, @Nullable Placing placing) {
		return new StateChange(state, at, by, why, null, placing);
	}

}
