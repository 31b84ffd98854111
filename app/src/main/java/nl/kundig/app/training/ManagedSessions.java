package nl.kundig.app.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.app.training.ManagedSession.Listed;
import nl.kundig.app.training.ManagedSession.Person;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.Score;
import nl.kundig.courses.enrolment.SeatExplanation;
import nl.kundig.courses.enrolment.Seats;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.Training;

import org.springframework.stereotype.Component;

/** Finds sessions for who looks after people, and names no others than theirs. */
@Component
class ManagedSessions {

	private final EnrolmentService enrolments;

	private final SessionCards cards;

	private final Desks desks;

	private final People people;

	private final Clock clock;

	ManagedSessions(EnrolmentService enrolments, SessionCards cards, Desks desks, People people, Clock clock) {
		this.enrolments = enrolments;
		this.cards = cards;
		this.desks = desks;
		this.people = people;
		this.clock = clock;
	}

	Desk desk(LoggedIn me) {
		return this.desks.of(me).orElseThrow(NotFound::new);
	}

	/** A session of this desk; any other answers like one that does not exist. */
	TrainingSession session(Desk desk, String id) {
		return this.enrolments.session(new SessionId(id)).filter(desk::sees).orElseThrow(NotFound::new);
	}

	/** An enrolment of somebody this desk speaks for, or runs the session of. */
	Enrolment enrolment(Desk desk, TrainingSession session, String id) {
		return session.enrolment(new EnrolmentId(id))
			.filter((enrolment) -> desk.names(session, enrolment))
			.orElseThrow(NotFound::new);
	}

	ManagedSession page(Desk desk, TrainingSession session) {
		Instant now = this.clock.instant();
		Seats seats = session.seats(LocalDate.ofInstant(now, PeopleService.ZONE));
		MunicipalityId place = desk.at();
		Training training = this.cards.training(session.training());
		String provider = this.cards.providers().getOrDefault(training.provider(), training.provider().value());
		return new ManagedSession(session, training, provider, seats,
				(place != null) ? seats.freeFor(place) : seats.free(), people(desk, session), list(desk, session),
				desk.runs(session), session.isOpen(now), session.isStarted(now),
				!session.isCancelled() && !now.isBefore(session.attendanceFrom()));
	}

	/** The newest enrolment of everybody who may be named, by name. */
	List<Person> people(Desk desk, TrainingSession session) {
		List<Enrolment> newest = session.enrolments()
			.stream()
			.filter((enrolment) -> desk.names(session, enrolment))
			.filter((enrolment) -> session.enrolmentOf(enrolment.learner()).filter(enrolment::equals).isPresent())
			.toList();
		Map<LearnerId, String> names = this.people.names(newest.stream().map(Enrolment::learner).toList());
		Map<MunicipalityId, String> places = this.people.municipalities();
		return newest.stream()
			.map((enrolment) -> new Person(enrolment, People.name(names, enrolment.learner()),
					places.getOrDefault(enrolment.municipality(), enrolment.municipality().value())))
			.sorted(Comparator.comparing(Person::name))
			.toList();
	}

	private List<Listed> list(Desk desk, TrainingSession session) {
		if (session.in(EnrolmentState.WAITING).isEmpty()) {
			return List.of();
		}
		List<SeatExplanation> waiting = this.enrolments.why(session.id(), desk.actor())
			.stream()
			.filter((one) -> one.state() == EnrolmentState.WAITING)
			.toList();
		Map<LearnerId, String> names = this.people
			.names(waiting.stream().flatMap((one) -> one.enrolment().stream()).map(Enrolment::learner).toList());
		Map<MunicipalityId, String> places = this.people.municipalities();
		return waiting.stream()
			.map((one) -> new Listed(one.rank(), one.enrolment().orElse(null),
					one.enrolment().map((enrolment) -> People.name(names, enrolment.learner())).orElse(""),
					one.municipality().map((place) -> places.getOrDefault(place, place.value())).orElse(""),
					one.score().map(Score::points).orElse(null), one.skipped()))
			.toList();
	}

}
