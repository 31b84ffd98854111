package nl.kundig.courses.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

import nl.kundig.courses.enrolment.SessionChange.Kind;
import nl.kundig.courses.enrolment.SessionRefused.Reason;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Plans sessions, and changes what is planned. */
@Service
public class SessionService {

	private static final int LONGEST_TEXT = 300;

	private final Sessions sessions;

	private final TrainingService trainings;

	private final PeopleService people;

	private final Random random;

	private final Clock clock;

	SessionService(Sessions sessions, TrainingService trainings, PeopleService people, Random random, Clock clock) {
		this.sessions = sessions;
		this.trainings = trainings;
		this.people = people;
		this.random = random;
		this.clock = clock;
	}

	/** A new session, without people. */
	public TrainingSession plan(TrainingId id, Owner owner, SessionPlan plan, Actor by) {
		Training training = this.trainings.training(id)
			.orElseThrow(() -> new SessionRefused(Reason.UNKNOWN_TRAINING, id));
		Instant now = this.clock.instant();
		check(owner, by, now).of(plan);
		LocalDate firstDay = plan.halfDays().getFirst().date();
		if (!training.isOfferedOn(firstDay)) {
			throw new SessionRefused(Reason.TRAINING_WITHDRAWN, firstDay);
		}
		// Where the lots come from: nobody can guess it, and everybody may read it later.
		String seed = Long.toHexString(this.random.nextLong());
		TrainingSession session = new TrainingSession(new SessionId(newId()), 0, id, owner, plan, firstDay,
				TrainingSession.State.PLANNED, 0, seed, false, 0, true, null, now,
				List.of(new SessionChange(Kind.PLANNED, now, by, null)), List.of())
			.asWritten(now);
		this.sessions.insert(session);
		return session;
	}

	/**
	 * The same session once more, on other days. Nobody is on it.
	 * @param releaseOn when the quotas are released, or null without quotas
	 */
	public TrainingSession copy(SessionId id, List<HalfDay> halfDays, LocalDate closingDay,
			@Nullable LocalDate releaseOn, Actor by) {
		TrainingSession like = session(id).orElseThrow(() -> new SessionRefused(Reason.UNKNOWN_SESSION, id));
		return plan(like.training(), like.owner(),
				new SessionPlan(halfDays, like.plan().venue(), like.plan().terms().withDays(closingDay, releaseOn)),
				by);
	}

	/** To other days or another place; whoever wants to come is told once. */
	public TrainingSession move(SessionId id, List<HalfDay> halfDays, Venue venue, LocalDate closingDay,
			@Nullable LocalDate releaseOn, Actor by) {
		return replan(id, Kind.MOVED, by,
				(plan) -> new SessionPlan(halfDays, venue, plan.terms().withDays(closingDay, releaseOn)));
	}

	/** Other terms: seats, quotas, minimum, trainer, closing day. */
	public TrainingSession change(SessionId id, SessionTerms terms, Actor by) {
		return replan(id, Kind.CHANGED, by, (plan) -> new SessionPlan(plan.halfDays(), plan.venue(), terms));
	}

	private TrainingSession replan(SessionId id, Kind kind, Actor by, UnaryOperator<SessionPlan> change) {
		checkThere(id);
		return this.sessions.change(id, (roll) -> {
			TrainingSession session = roll.session();
			Instant now = this.clock.instant();
			checkGoesOn(session, by, now);
			SessionPlan plan = change.apply(session.plan());
			if (!plan.equals(session.plan())) {
				SessionCheck check = check(session.owner(), by, now);
				check.checkHalfDays(plan.halfDays());
				check.checkVenue(plan.venue());
				check.checkTerms(plan.terms(), plan.halfDays().getFirst().date());
				checkTaken(session, plan.terms());
				// Nobody need hear of another closing day that came by the same form.
				boolean moved = kind == Kind.MOVED && (!plan.halfDays().equals(session.plan().halfDays())
						|| !plan.venue().equals(session.plan().venue()));
				roll.replan(plan, new SessionChange(moved ? Kind.MOVED : Kind.CHANGED, now, by, null,
						moved ? session.plan().halfDays() : List.of()));
			}
			return id;
		}).session();
	}

	private static void checkTaken(TrainingSession session, SessionTerms terms) {
		long taken = session.enrolments().stream().filter(Enrolment::holdsSeat).count();
		if (terms.capacity() < taken) {
			throw new SessionRefused(Reason.CAPACITY_BELOW_TAKEN, taken);
		}
	}

	/** It does not go on; whoever wants to come is told once. */
	public TrainingSession cancel(SessionId id, String reason, Actor by) {
		checkThere(id);
		if (reason.isBlank()) {
			throw new SessionRefused(Reason.NO_REASON, id);
		}
		if (reason.length() > LONGEST_TEXT) {
			throw new SessionRefused(Reason.TEXT_TOO_LONG, reason.length());
		}
		return this.sessions.change(id, (roll) -> {
			Instant now = this.clock.instant();
			check(roll.session().owner(), by, now).checkMayRun();
			if (!roll.session().isCancelled()) {
				checkGoesOn(roll.session(), by, now);
				roll.cancel(new SessionChange(Kind.CANCELLED, now, by, reason));
			}
			return id;
		}).session();
	}

	private void checkGoesOn(TrainingSession session, Actor by, Instant now) {
		check(session.owner(), by, now).checkMayRun();
		if (session.isCancelled()) {
			throw new SessionRefused(Reason.CANCELLED, session.id());
		}
		if (session.isStarted(now)) {
			throw new SessionRefused(Reason.STARTED, session.id());
		}
	}

	private void checkThere(SessionId id) {
		if (session(id).isEmpty()) {
			throw new SessionRefused(Reason.UNKNOWN_SESSION, id);
		}
	}

	private Optional<TrainingSession> session(SessionId id) {
		return this.sessions.find(id);
	}

	private SessionCheck check(Owner owner, Actor by, Instant now) {
		return new SessionCheck(owner, by, now, (municipality) -> isOpenTo(owner, municipality));
	}

	private boolean isOpenTo(Owner owner, MunicipalityId id) {
		return this.people.municipality(id).filter(owner::isOpenTo).isPresent();
	}

	private String newId() {
		return new UUID(this.random.nextLong(), this.random.nextLong()).toString();
	}

}
