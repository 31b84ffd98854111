package nl.kundig.app.training;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import nl.kundig.app.account.AccountService;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * A region with a municipality of its own for each test, so that no other test meets its
 * people and sessions.
 */
@Component
class MailTown {

	static final TrainingId TRAINING = new TrainingId("ror-basis");

	static final Venue TOWN_HALL = new Venue("Stadhuis & Raadzaal, Kerkplein 1", "Lift aanwezig.", null);

	private final PeopleService people;

	private final AccountService accounts;

	private final EnrolmentRulesService rules;

	private final SessionService sessions;

	private final EnrolmentService enrolments;

	private final TrainingPost post;

	MailTown(PeopleService people, AccountService accounts, EnrolmentRulesService rules, SessionService sessions,
			EnrolmentService enrolments, TrainingPost post) {
		this.people = people;
		this.accounts = accounts;
		this.rules = rules;
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.post = post;
	}

	/** Somebody who gets mail. */
	record Person(LearnerId learner, String email, String username, String password) {

		Actor actor() {
			return Actor.learner(this.learner);
		}

	}

	/** The region and the municipality of one test. */
	record Place(RegionId region, MunicipalityId municipality) {

		Actor region(String name) {
			return Actor.region(name, this.region);
		}

		Actor coordinator() {
			return Actor.coordinator("coordinator", this.municipality);
		}

	}

	Place place(boolean approval) {
		String name = UUID.randomUUID().toString();
		Place place = new Place(new RegionId("regio-" + name), new MunicipalityId("gemeente-" + name));
		this.people.add(new Region(place.region(), "Regio Poststad"));
		this.people.add(new Municipality(place.municipality(), "Poststad", place.region()));
		this.rules.change(place.municipality(), approval, place.coordinator());
		return place;
	}

	Person employee(String name, Place place) {
		return person(name, place, LearnerRole.DESK_EMPLOYEE);
	}

	Person manager(String name, Place place) {
		return person(name, place, LearnerRole.MANAGER);
	}

	private Person person(String name, Place place, LearnerRole role) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, role, place.municipality(), null, LocalDate.now(PeopleService.ZONE).minusDays(1));
		String username = "post." + UUID.randomUUID();
		String email = username + "@poststad.example";
		String password = this.accounts.create(username, name, learner, Set.of(), place.municipality(), null, email);
		return new Person(learner, email, username, password);
	}

	/** Two half-days, five weeks from now. */
	SessionId session(Place place, int capacity) {
		LocalDate day = LocalDate.now(PeopleService.ZONE).plusWeeks(5);
		return this.sessions.plan(TRAINING, Owner.of(place.region()),
				new SessionPlan(List.of(halfDay(day, 9), halfDay(day.plusDays(1), 9)), TOWN_HALL,
						SessionTerms.of("Tess Trainer", capacity, day.minusDays(3))),
				place.region("rita"))
			.id();
	}

	static HalfDay halfDay(LocalDate day, int hour) {
		return new HalfDay(day, LocalTime.of(hour, 30), LocalTime.of(hour + 3, 0));
	}

	/** To one half-day, a week later. */
	TrainingSession move(SessionId session, Place place) {
		LocalDate day = get(session).firstDay().plusWeeks(1);
		return this.sessions.move(session, List.of(halfDay(day, 13)), TOWN_HALL, day.minusDays(3), null,
				place.region("rita"));
	}

	TrainingSession cancel(SessionId session, Place place) {
		return this.sessions.cancel(session, "De trainer is <ziek>.", place.region("rita"));
	}

	Enrolment apply(SessionId session, Person person, Place place) {
		return apply(session, person, place, null);
	}

	Enrolment apply(SessionId session, Person person, Place place, @Nullable Person manager) {
		Enrolment enrolment = this.enrolments
			.apply(session,
					new Application(person.learner(), place.municipality(),
							(manager != null) ? manager.learner() : null, null, "Ervaring genoeg."),
					person.actor())
			.enrolment();
		// What is over before its mail is written is not told.
		this.post.lookBack();
		return enrolment;
	}

	void withdraw(SessionId session, Enrolment enrolment, Person person) {
		this.enrolments.withdraw(session, enrolment.id(), person.actor(), null);
		this.post.lookBack();
	}

	TrainingSession get(SessionId session) {
		return this.enrolments.session(session).orElseThrow();
	}

	Enrolment now(SessionId session, Person person) {
		return get(session).enrolmentOf(person.learner()).orElseThrow();
	}

}
