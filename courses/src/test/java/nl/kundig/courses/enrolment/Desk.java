package nl.kundig.courses.enrolment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import nl.kundig.courses.training.Trainings;

import org.springframework.stereotype.Component;

/**
 * A region with two municipalities: Hoogveld, where nobody need agree, and Waterkerk,
 * where a manager must. And a training. The tests' application finds it by its package.
 */
@Component
public class Desk {

	public static final RegionId REGION = new RegionId("rivierenland");

	public static final MunicipalityId HOOGVELD = new MunicipalityId("hoogveld");

	public static final MunicipalityId WATERKERK = new MunicipalityId("waterkerk");

	public static final MunicipalityId ELSEWHERE = new MunicipalityId("elders");

	public static final TrainingId ROR = new TrainingId("ror-basis");

	/** The regional coordinator, who works nowhere here. */
	public static final LearnerId RITA = new LearnerId("rita");

	public static final Actor REGIONAL = Actor.region("rita", REGION);

	public static final Actor OF_HOOGVELD = Actor.coordinator("hans", HOOGVELD);

	public static final Actor OF_WATERKERK = Actor.coordinator("wilma", WATERKERK);

	/** A Monday, 19 days from the tests' today. */
	public static final LocalDate DAY = LocalDate.of(2026, 12, 14);

	private final PeopleService people;

	private final TrainingService trainings;

	private final EnrolmentRulesService rules;

	private final SessionService sessions;

	private final EnrolmentService enrolments;

	Desk(PeopleService people, TrainingService trainings, EnrolmentRulesService rules, SessionService sessions,
			EnrolmentService enrolments) {
		this.people = people;
		this.trainings = trainings;
		this.rules = rules;
		this.sessions = sessions;
		this.enrolments = enrolments;
	}

	/** Puts all of it into an empty store. */
	public void open() {
		this.people.add(new Region(REGION, "Rivierenland"));
		this.people.add(new Municipality(HOOGVELD, "Hoogveld", REGION));
		this.people.add(new Municipality(WATERKERK, "Waterkerk", REGION));
		this.people.add(new Municipality(ELSEWHERE, "Elders", new RegionId("noordkust")));
		this.trainings.publish(Trainings.provider());
		this.trainings.publish(Trainings.training(ROR.value(), "ROR basis"));
		this.rules.change(HOOGVELD, false, OF_HOOGVELD);
	}

	public LearnerId employee(String name, MunicipalityId municipality) {
		return person(name, municipality, LearnerRole.DESK_EMPLOYEE);
	}

	public LearnerId manager(String name, MunicipalityId municipality) {
		return person(name, municipality, LearnerRole.MANAGER);
	}

	private LearnerId person(String name, MunicipalityId municipality, LearnerRole role) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, role, municipality, null, TestClock.TODAY);
		return learner;
	}

	public static HalfDay morning(LocalDate day) {
		return new HalfDay(day, LocalTime.of(9, 0), LocalTime.of(12, 30));
	}

	static HalfDay afternoon(LocalDate day) {
		return new HalfDay(day, LocalTime.of(13, 30), LocalTime.of(17, 0));
	}

	static Venue townHall() {
		return new Venue("Stadhuis, Markt 1", "Lift naast de hoofdingang.", null);
	}

	public static SessionPlan plan(LocalDate day, int capacity) {
		return plan(day, SessionTerms.of("Tess Trainer", capacity, day.minusDays(3)));
	}

	static SessionPlan plan(LocalDate day, SessionTerms terms) {
		return new SessionPlan(List.of(morning(day), afternoon(day)), townHall(), terms);
	}

	/** A session of the region on {@link #DAY}. */
	public SessionId session(int capacity) {
		return session(DAY, SessionTerms.of("Tess Trainer", capacity, DAY.minusDays(3)));
	}

	SessionId session(LocalDate day, SessionTerms terms) {
		return this.sessions.plan(ROR, Owner.of(REGION), plan(day, terms), REGIONAL).id();
	}

	/** An own application of somebody where nobody need agree. */
	Enrolment apply(SessionId session, LearnerId learner) {
		return this.enrolments.apply(session, Application.of(learner, HOOGVELD), Actor.learner(learner)).enrolment();
	}

	/** An own application of somebody where that manager must agree. */
	Enrolment apply(SessionId session, LearnerId learner, LearnerId manager) {
		return this.enrolments
			.apply(session, new Application(learner, WATERKERK, manager, null, null), Actor.learner(learner))
			.enrolment();
	}

	Enrolment now(SessionId session, Enrolment enrolment) {
		return session(session).enrolment(enrolment.id()).orElseThrow();
	}

	EnrolmentState state(SessionId session, Enrolment enrolment) {
		return now(session, enrolment).state();
	}

	TrainingSession session(SessionId session) {
		return this.enrolments.session(session).orElseThrow();
	}

}
