package nl.kundig.app.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.kundig.app.training.DeskPage.At;
import nl.kundig.app.training.DeskPage.Deadline;
import nl.kundig.app.training.DeskPage.Line;
import nl.kundig.app.training.DeskPage.Waiting;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Score;
import nl.kundig.courses.enrolment.SeatExplanation;
import nl.kundig.courses.enrolment.Seats;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.stereotype.Component;

/** Lays out a coordinator's desk: who waits and why, what comes free, what is to do. */
@Component
class DeskPages {

	/** So long the list of who was there can stay away before it leaves the desk. */
	private static final int DAYS_BACK = 90;

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final ProofService proofs;

	private final People names;

	private final Approvers approvers;

	private final Clock clock;

	DeskPages(EnrolmentService enrolments, TrainingService trainings, ProofService proofs, People names,
			Approvers approvers, Clock clock) {
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.proofs = proofs;
		this.names = names;
		this.approvers = approvers;
		this.clock = clock;
	}

	DeskPage page(Desk desk) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, PeopleService.ZONE);
		List<TrainingSession> sessions = sessions(desk, today.minusDays(DAYS_BACK));
		Map<TrainingId, String> titles = this.trainings
			.titles(new HashSet<>(sessions.stream().map(TrainingSession::training).toList()));
		Map<LearnerId, String> people = people(desk, sessions);
		Map<MunicipalityId, String> places = this.names.municipalities();
		Set<EnrolmentId> unreached = this.approvers
			.unreached(sessions.stream().flatMap((session) -> session.in(EnrolmentState.REQUESTED).stream()).toList());
		List<Waiting> waiting = new ArrayList<>();
		List<Deadline> approvals = new ArrayList<>();
		List<Deadline> offers = new ArrayList<>();
		List<Line> unrecorded = new ArrayList<>();
		List<Line> coming = new ArrayList<>();
		for (TrainingSession session : sessions) {
			At at = new At(session.id(), titles.getOrDefault(session.training(), session.training().value()),
					session.firstDay());
			Line line = line(desk, session, at, now, today);
			if (!session.isStarted(now)) {
				coming.add(line);
			}
			else if (line.missing() > 0 && !now.isBefore(session.attendanceFrom())) {
				unrecorded.add(line);
			}
			for (Enrolment enrolment : session.enrolments()) {
				if (desk.speaksFor(session, enrolment)) {
					String name = People.name(people, enrolment.learner());
					String place = places.getOrDefault(enrolment.municipality(), enrolment.municipality().value());
					LearnerId manager = enrolment.manager();
					enrolment.approvalUntil()
						.ifPresent((until) -> approvals.add(new Deadline(at, enrolment, name, place,
								(manager != null) ? People.name(people, manager) : "",
								unreached.contains(enrolment.id()), until)));
					Optional.ofNullable(enrolment.offerUntil())
						.filter((until) -> enrolment.state() == EnrolmentState.OFFERED)
						.ifPresent((until) -> offers.add(new Deadline(at, enrolment, name, place, "", false, until)));
				}
			}
			if (!session.in(EnrolmentState.WAITING).isEmpty()) {
				this.enrolments.why(session.id(), desk.actor())
					.forEach((one) -> waiting(desk, session, at, one, people, places).ifPresent(waiting::add));
			}
		}
		approvals.sort(Comparator.comparing(Deadline::until));
		offers.sort(Comparator.comparing(Deadline::until));
		MunicipalityId place = desk.at();
		return new DeskPage(waiting, approvals, offers, unrecorded, coming,
				(place != null) ? this.proofs.waiting(place).size() : 0);
	}

	private List<TrainingSession> sessions(Desk desk, LocalDate from) {
		return this.enrolments.sessionsWithPeople(new SessionFilter(desk.region(), desk.at(), null, from, null))
			.stream()
			.filter((session) -> !session.isCancelled())
			.toList();
	}

	private Map<LearnerId, String> people(Desk desk, List<TrainingSession> sessions) {
		Set<LearnerId> learners = new HashSet<>();
		for (TrainingSession session : sessions) {
			session.enrolments().stream().filter((one) -> desk.speaksFor(session, one)).forEach((one) -> {
				learners.add(one.learner());
				Optional.ofNullable(one.manager()).ifPresent(learners::add);
			});
		}
		return this.names.names(learners);
	}

	private static Line line(Desk desk, TrainingSession session, At at, Instant now, LocalDate today) {
		List<Enrolment> ours = session.enrolments().stream().filter((one) -> desk.speaksFor(session, one)).toList();
		int placed = (int) ours.stream().filter((one) -> one.state().isPlaced() || one.state().isAfterwards()).count();
		int missing = (int) ours.stream().filter((one) -> one.state().isPlaced()).count();
		Seats seats = session.seats(today);
		MunicipalityId place = desk.at();
		int free = (place != null) ? seats.freeFor(place) : seats.free();
		LocalDate releaseOn = session.plan().terms().releaseOn();
		boolean kept = releaseOn != null && today.isBefore(releaseOn) && seats.free() > free;
		return new Line(at, session.plan().halfDays().stream().map(HalfDay::date).distinct().toList(),
				session.isCancelled(), session.isOpen(now), placed, free, seats.capacity(),
				session.in(EnrolmentState.WAITING).size(), kept ? releaseOn : null, missing);
	}

	private static Optional<Waiting> waiting(Desk desk, TrainingSession session, At at, SeatExplanation one,
			Map<LearnerId, String> people, Map<MunicipalityId, String> places) {
		return one.enrolment()
			.filter((enrolment) -> one.state() == EnrolmentState.WAITING && desk.speaksFor(session, enrolment))
			.map((enrolment) -> new Waiting(at, enrolment, People.name(people, enrolment.learner()),
					places.getOrDefault(enrolment.municipality(), enrolment.municipality().value()), one.rank(),
					one.of(), one.why(), one.score().map(Score::points).orElse(null)));
	}

}
