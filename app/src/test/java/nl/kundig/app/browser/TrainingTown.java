package nl.kundig.app.browser;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.enrolment.Actor;
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

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Towns with people and sessions of their own, so that no journey takes a seat or a mail
 * of another test.
 */
@Component
class TrainingTown {

	private final PeopleService people;

	private final AccountService accounts;

	private final EnrolmentRulesService rules;

	private final SessionService sessions;

	private final EnrolmentService enrolments;

	private final MongoOperations mongo;

	TrainingTown(PeopleService people, AccountService accounts, EnrolmentRulesService rules, SessionService sessions,
			EnrolmentService enrolments, MongoOperations mongo) {
		this.people = people;
		this.accounts = accounts;
		this.rules = rules;
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.mongo = mongo;
	}

	/** A town that is the only one of its region. */
	record Place(RegionId region, MunicipalityId municipality) {
	}

	/** Somebody who can sign in and gets mail. */
	record Person(LearnerId learner, String name, String username, String password, String email) {
	}

	/**
	 * A new one.
	 * @param approval whether a manager must agree there
	 */
	Place place(boolean approval) {
		String id = UUID.randomUUID().toString();
		Place place = new Place(new RegionId("streek-" + id), new MunicipalityId("stad-" + id));
		this.people.add(new Region(place.region(), "Streek aan Zee"));
		this.people.add(new Municipality(place.municipality(), "Stad aan Zee", place.region()));
		this.rules.change(place.municipality(), approval, Actor.coordinator("beheer", place.municipality()));
		return place;
	}

	Person person(String name, Place place, LearnerRole role, AccountRole... accountRoles) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, role, place.municipality(), null, LocalDate.now(PeopleService.ZONE).minusDays(1));
		String username = "reis." + UUID.randomUUID();
		String email = username + "@stad.example";
		String password = this.accounts.create(username, name, learner, Set.of(accountRoles), place.municipality(),
				null, email);
		return new Person(learner, name, username, password, email);
	}

	/** Six weeks from now. */
	SessionId session(String training, Place place, int capacity) {
		LocalDate day = LocalDate.now(PeopleService.ZONE).plusWeeks(6);
		SessionPlan plan = new SessionPlan(List.of(new HalfDay(day, LocalTime.of(9, 30), LocalTime.of(13, 0))),
				new Venue("Stadhuis, Kade 1", "De lift is naast de ingang.", null),
				SessionTerms.of("Tess Trainer", capacity, day.minusDays(7)));
		return this.sessions
			.plan(new TrainingId(training), Owner.of(place.region()), plan, Actor.region("regio", place.region()))
			.id();
	}

	/** The weeks have gone by: it is the day, from its first minute to its last. */
	void letTheDayCome(SessionId id) {
		TrainingSession session = this.enrolments.session(id).orElseThrow();
		LocalDate today = LocalDate.now(PeopleService.ZONE);
		SessionPlan plan = new SessionPlan(List.of(new HalfDay(today, LocalTime.MIN, LocalTime.of(23, 59))),
				session.plan().venue(), session.plan().terms());
		this.mongo.save(new TrainingSession(session.id(), session.version() + 1, session.training(), session.owner(),
				plan, today, session.state(), session.sequence(), session.seed(), session.released(), session.freed(),
				session.attendanceTold(), session.dueAt(), session.changedAt(), session.history(),
				session.enrolments()));
	}

}
