package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.TrainingId;

/**
 * What everybody may know of a session: nobody's name is in it, and no link that only who
 * has a seat may have.
 *
 * @param seats how many there are and which are taken
 * @param waiting how many are on the list
 * @param stillNeeded how many more must come for it to go on
 * @param open whether one can apply now
 */
public record SessionOverview(SessionId id, TrainingId training, Owner owner, SessionPlan plan, boolean cancelled,
		Optional<String> cancelledBecause, int sequence, Seats seats, int waiting, int stillNeeded, boolean open,
		boolean started) {

	static SessionOverview of(TrainingSession session, Instant now) {
		SessionPlan plan = session.plan();
		Venue venue = new Venue(plan.venue().place(), plan.venue().accessibilityNote(), null);
		return new SessionOverview(session.id(), session.training(), session.owner(),
				new SessionPlan(plan.halfDays(), venue, plan.terms()), session.isCancelled(),
				session.cancelledBecause(), session.sequence(),
				session.seats(LocalDate.ofInstant(now, PeopleService.ZONE)), session.in(EnrolmentState.WAITING).size(),
				session.stillNeeded(), session.isOpen(now), session.isStarted(now));
	}

}
