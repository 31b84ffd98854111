package nl.kundig.courses.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

import nl.kundig.courses.enrolment.EnrolmentOutcome.Warning;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.enrolment.Sessions.Written;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Everybody's way through a session: from asking for a seat to having been there. */
@Service
public class EnrolmentService {

	private final Sessions sessions;

	private final Applicants applicants;

	private final AttendanceTeller teller;

	private final SeatExplainer explainer;

	private final DueWork dueWork;

	private final Random random;

	private final Clock clock;

	EnrolmentService(Sessions sessions, Applicants applicants, AttendanceTeller teller, SeatExplainer explainer,
			DueWork dueWork, Random random, Clock clock) {
		this.sessions = sessions;
		this.applicants = applicants;
		this.teller = teller;
		this.explainer = explainer;
		this.dueWork = dueWork;
		this.random = random;
		this.clock = clock;
	}

	// ---- getting a seat

	/**
	 * The person wants to come. Asked again while that is open, it is the same request.
	 */
	public EnrolmentOutcome apply(SessionId session, Application application, Actor by) {
		checkKind(by, Actor.Kind.LEARNER, session);
		return request(session, application, by);
	}

	/** The coordinator asks for somebody; a manager agrees where that is the rule. */
	public EnrolmentOutcome nominate(SessionId session, Application application, Actor by) {
		checkCoordinates(by, session);
		return request(session, application, by);
	}

	private EnrolmentOutcome request(SessionId id, Application asked, Actor by) {
		Application application = Applicants.tidy(asked);
		EnrolmentId fresh = newId();
		List<TrainingId> missing = new ArrayList<>();
		return outcome(this.sessions.change(id, (roll) -> {
			TrainingSession session = roll.session();
			this.applicants.check(session, application, by);
			boolean approval = this.applicants.needsApproval(application.municipality());
			missing.clear();
			missing.addAll(this.applicants.missing(session, application.learner()));
			if (session.openOf(application.learner()).isEmpty()) {
				this.applicants.checkNew(application, approval, missing);
			}
			return new SeatRequests(roll).apply(fresh, application, approval, by);
		}), missing);
	}

	/**
	 * A coordinator puts somebody on the session without a manager. The seat comes by the
	 * same rule; the region may use its reserve.
	 */
	public EnrolmentOutcome add(SessionId id, Application asked, Actor by, String reason) {
		checkCoordinates(by, id);
		String text = reason(reason, id);
		Application application = Applicants.tidy(asked);
		EnrolmentId fresh = newId();
		Written<Enrolment> written = this.sessions.change(id, (roll) -> {
			this.applicants.check(roll.session(), application, by);
			return new SeatRequests(roll).add(fresh, application, by, text);
		});
		return outcome(written, this.applicants.missing(written.session(), application.learner()));
	}

	/** The manager agrees; said again, nothing changes. */
	public EnrolmentOutcome approve(SessionId session, EnrolmentId id, Actor by) {
		return outcome(this.sessions.change(session, (roll) -> {
			checkAnswer(roll, id, by);
			return new SeatRequests(roll).approve(id, by);
		}), List.of());
	}

	/** The manager does not agree; said again, nothing changes. */
	public EnrolmentOutcome refuse(SessionId session, EnrolmentId id, Actor by, @Nullable String reason) {
		String text = text(reason, id);
		return outcome(this.sessions.change(session, (roll) -> {
			checkAnswer(roll, id, by);
			return new SeatRequests(roll).refuse(id, by, text);
		}), List.of());
	}

	/** Of what is answered already, and of others' people, the roll itself tells. */
	private void checkAnswer(Roll roll, EnrolmentId id, Actor by) {
		Enrolment enrolment = roll.get(id);
		if (enrolment.state() == EnrolmentState.REQUESTED && by.is(enrolment.manager())) {
			this.applicants.checkStillManages(by, enrolment);
			this.applicants.checkStillWorks(enrolment);
		}
	}

	/** The coordinator asks another manager of the person's municipality to agree. */
	public EnrolmentOutcome askAnother(SessionId session, EnrolmentId id, LearnerId manager, Actor by) {
		checkCoordinates(by, session);
		return outcome(this.sessions.change(session, (roll) -> {
			Enrolment asked = roll.own(id, by);
			this.applicants.checkManager(manager, asked.learner(), asked.municipality());
			return new SeatRequests(roll).askAnother(id, manager, by);
		}), List.of());
	}

	// ---- leaving, and offers

	/** Out of it, until the start. A coordinator says why. */
	public EnrolmentOutcome withdraw(SessionId session, EnrolmentId id, Actor by, @Nullable String reason) {
		String text = (by.kind() == Actor.Kind.LEARNER) ? text(reason, id) : reason(reason, id);
		return outcome(this.sessions.change(session, (roll) -> new SeatRequests(roll).withdraw(id, by, text)),
				List.of());
	}

	/** Takes the seat that is kept. */
	public EnrolmentOutcome accept(SessionId session, EnrolmentId id, Actor by) {
		return outcome(this.sessions.change(session, (roll) -> {
			Enrolment offered = roll.own(id, by);
			if (offered.state() == EnrolmentState.OFFERED) {
				this.applicants.checkStillWorks(offered);
			}
			return new SeatRequests(roll).accept(id, by);
		}), List.of());
	}

	/**
	 * Does not take the seat that is kept.
	 * @param stay whether the person stays on the list for another one
	 */
	public EnrolmentOutcome decline(SessionId session, EnrolmentId id, boolean stay, Actor by) {
		return outcome(this.sessions.change(session, (roll) -> new SeatRequests(roll).decline(id, stay, by)),
				List.of());
	}

	/**
	 * Sends a colleague of the same municipality instead, in one write.
	 * @param manager of the colleague; null for the holder's when they work in one unit,
	 * else for the first one of the colleague's unit
	 * @return the colleague's enrolment
	 */
	public EnrolmentOutcome handSeatTo(SessionId id, EnrolmentId holder, LearnerId colleague,
			@Nullable LearnerId manager, Actor by) {
		EnrolmentId fresh = newId();
		LearnerId asked = (manager != null) ? manager
				: get(id).enrolment(holder).map((seen) -> this.applicants.suggested(seen, colleague)).orElse(null);
		Written<Enrolment> written = this.sessions.change(id, (roll) -> {
			Enrolment held = roll.own(holder, by);
			Application application = this.applicants.colleague(roll.session(), held, colleague, asked);
			return new SeatSwap(roll).hand(holder, fresh, application,
					this.applicants.needsApproval(held.municipality()), by);
		});
		return outcome(written, this.applicants.missing(written.session(), colleague));
	}

	/** Whom the person can ask to agree: managers there, those of the own unit first. */
	public List<LearnerId> managersFor(LearnerId learner, MunicipalityId municipality) {
		return this.applicants.managers(learner, municipality);
	}

	/** Whether a manager must agree before somebody of this municipality has a seat. */
	public boolean needsApproval(MunicipalityId municipality) {
		return this.applicants.needsApproval(municipality);
	}

	/** What the training asks for first and the person did not do. */
	public List<TrainingId> missingPrerequisites(SessionId session, LearnerId learner) {
		return missingPrerequisites(get(session), learner);
	}

	/** The same, for a session that was read already. */
	public List<TrainingId> missingPrerequisites(TrainingSession session, LearnerId learner) {
		return this.applicants.missing(session, learner);
	}

	// ---- the provider, and the day itself

	/** Everybody with a seat goes on the list for the provider. */
	public TrainingSession handOver(SessionId id, Actor by) {
		checkRuns(by, id);
		return this.sessions.change(id, (roll) -> {
			new DayList(roll).handOver(by);
			return id;
		}).session();
	}

	/** The provider knows of these; all of them or none. */
	public TrainingSession confirm(SessionId id, Collection<EnrolmentId> enrolments, Actor by) {
		checkRuns(by, id);
		return this.sessions.change(id, (roll) -> {
			new DayList(roll).confirm(enrolments, by);
			return id;
		}).session();
	}

	/**
	 * Who was there; all of them or none. Not before the last half-day begins.
	 * @param self who records it: nobody does so of themselves
	 */
	public TrainingSession recordAttendance(SessionId id, Map<EnrolmentId, Attendance> attendances, Actor by,
			LearnerId self) {
		return told(this.sessions.change(id, (roll) -> {
			new DayList(roll).record(attendances, by, self);
			return id;
		}).session());
	}

	/**
	 * What was written down was wrong; what follows from it is taken back. A proof that
	 * was accepted still counts.
	 * @param self who corrects it: nobody does so of themselves
	 */
	public TrainingSession correct(SessionId id, EnrolmentId enrolment, Attendance attendance, Actor by, LearnerId self,
			String reason) {
		String text = reason(reason, enrolment);
		return told(this.sessions.change(id, (roll) -> new DayList(roll).correct(enrolment, attendance, by, self, text))
			.session());
	}

	/** The provider's proof is there, and right. */
	public EnrolmentOutcome proofReceived(SessionId session, EnrolmentId id, Actor by) {
		return outcome(this.sessions.change(session, (roll) -> new DayList(roll).proofReceived(id, by)), List.of());
	}

	private TrainingSession told(TrainingSession session) {
		return session.attendanceTold() ? session : this.teller.tell(session);
	}

	// ---- looking

	public Optional<TrainingSession> session(SessionId id) {
		return this.sessions.find(id);
	}

	public Optional<SessionOverview> overview(SessionId id) {
		return session(id).map(this::overview);
	}

	/** The same, of a session that was read already. */
	public SessionOverview overview(TrainingSession session) {
		return SessionOverview.of(session, this.clock.instant());
	}

	/** Also those that were cancelled; the first one first. */
	public List<SessionOverview> sessions(SessionFilter filter) {
		return sessionsWithPeople(filter).stream().map(this::overview).toList();
	}

	/** The same with everybody on them, read at once: for who looks after people. */
	public List<TrainingSession> sessionsWithPeople(SessionFilter filter) {
		LocalDate until = filter.until();
		MunicipalityId municipality = filter.municipality();
		Predicate<TrainingSession> open = (municipality != null) ? this.applicants.openTo(municipality)
				: (session) -> true;
		return this.sessions.in(filter.region(), filter.from())
			.stream()
			.filter((session) -> filter.training() == null || session.training().equals(filter.training()))
			.filter((session) -> until == null || !session.firstDay().isAfter(until))
			.filter(open)
			.toList();
	}

	/**
	 * The person's enrolments, also those that came to nothing, the first session first.
	 */
	public List<OwnEnrolment> enrolmentsOf(LearnerId learner) {
		return this.sessions.of(learner)
			.stream()
			.sorted((one, other) -> one.startsAt().compareTo(other.startsAt()))
			.flatMap((session) -> session.enrolments()
				.stream()
				.filter((enrolment) -> enrolment.learner().equals(learner))
				.map((enrolment) -> new OwnEnrolment(session, enrolment)))
			.toList();
	}

	/** Sessions that were written since then, the oldest change first. */
	public List<TrainingSession> changedSince(Instant since) {
		return this.sessions.changedSince(since);
	}

	/** Why the person has a seat, waits or has none; empty for who never applied. */
	public Optional<SeatExplanation> why(SessionId session, LearnerId learner) {
		return this.explainer.why(get(session), learner);
	}

	/**
	 * The same for everybody, who waits first and in order. People of other
	 * municipalities are told without their names, except to who runs the session.
	 */
	public List<SeatExplanation> why(SessionId session, Actor by) {
		checkCoordinates(by, session);
		return this.explainer.why(get(session), by);
	}

	/**
	 * Does what has become due: lets offers and approvals lapse, makes the next offers,
	 * releases quotas, closes lists, forgets wishes, and tells again of attendances that
	 * perhaps nobody heard of. Doing it again does nothing.
	 */
	public EnrolmentRecheck recheck() {
		return this.dueWork.recheck();
	}

	// ---- checks

	private TrainingSession get(SessionId id) {
		return session(id).orElseThrow(() -> new EnrolmentRefused(Reason.UNKNOWN_SESSION, id));
	}

	private void checkRuns(Actor by, SessionId id) {
		if (!get(id).owner().isRunBy(by)) {
			throw new EnrolmentRefused(Reason.NOT_YOUR_SESSION, id);
		}
	}

	private static void checkKind(Actor by, Actor.Kind kind, Object about) {
		if (by.kind() != kind) {
			throw new EnrolmentRefused(Reason.NOT_YOUR_ROLE, about);
		}
	}

	private static void checkCoordinates(Actor by, Object about) {
		if (by.kind() != Actor.Kind.REGION) {
			checkKind(by, Actor.Kind.COORDINATOR, about);
		}
	}

	private static String reason(@Nullable String reason, Object about) {
		String text = text(reason, about);
		if (text == null) {
			throw new EnrolmentRefused(Reason.NO_REASON, about);
		}
		return text;
	}

	private static @Nullable String text(@Nullable String given, Object about) {
		return Applicants.tidy(given, about);
	}

	private EnrolmentOutcome outcome(Written<Enrolment> written, List<TrainingId> missing) {
		Enrolment enrolment = written.answer();
		List<Warning> warnings = new ArrayList<>();
		missing.forEach((training) -> warnings.add(new Warning.Prerequisite(training)));
		if (enrolment.isOpen()) {
			this.sessions.othersOf(enrolment.learner(), written.session().id())
				.stream()
				.filter((other) -> other.openOf(enrolment.learner()).isPresent() && other.overlaps(written.session()))
				.forEach((other) -> warnings.add(new Warning.Overlaps(other.id())));
		}
		return new EnrolmentOutcome(written.session(), enrolment, warnings);
	}

	private EnrolmentId newId() {
		return new EnrolmentId(new UUID(this.random.nextLong(), this.random.nextLong()).toString());
	}

}
