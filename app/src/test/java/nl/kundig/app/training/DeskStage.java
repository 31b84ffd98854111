package nl.kundig.app.training;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.PageClient;
import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.training.TrainingStage.Player;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** A stage with coordinators, and sessions that are over without anybody waiting. */
@Component
class DeskStage {

	private final PeopleService people;

	private final AccountService accounts;

	private final SessionService sessions;

	private final EnrolmentRulesService rules;

	private final EnrolmentService enrolments;

	private final MongoOperations mongo;

	private final DemoAccounts demo;

	DeskStage(PeopleService people, AccountService accounts, SessionService sessions, EnrolmentRulesService rules,
			EnrolmentService enrolments, MongoOperations mongo, DemoAccounts demo) {
		this.people = people;
		this.accounts = accounts;
		this.sessions = sessions;
		this.rules = rules;
		this.enrolments = enrolments;
		this.mongo = mongo;
		this.demo = demo;
	}

	TrainingStage set() {
		return new TrainingStage(this.people, this.accounts, this.sessions, this.rules);
	}

	Player coordinator(TrainingStage stage, MunicipalityId municipality) {
		return stage.player("Coby Coördinator", municipality, LearnerRole.FOCAL_OFFICER, AccountRole.COORDINATOR);
	}

	PageClient client(int port, Player player) {
		return new PageClient(port, this.demo).signIn(player.username(), player.password());
	}

	PageClient region(int port, TrainingStage stage) {
		LearnerId learner = this.people.register("Rita Regio");
		String username = "regio." + UUID.randomUUID();
		String password = this.accounts.create(username, "Rita Regio", learner,
				Set.of(AccountRole.REGIONAL_COORDINATOR), null, stage.village().region());
		return new PageClient(port, this.demo).signIn(username, password);
	}

	EnrolmentId apply(SessionId session, Player player) {
		return this.enrolments
			.apply(session, Application.of(player.learner(), player.municipality()), Actor.learner(player.learner()))
			.enrolment()
			.id();
	}

	/** Where that manager must agree. */
	EnrolmentId apply(SessionId session, Player player, Player manager) {
		return this.enrolments
			.apply(session, new Application(player.learner(), player.municipality(), manager.learner(), null, null),
					Actor.learner(player.learner()))
			.enrolment()
			.id();
	}

	void withdraw(SessionId session, EnrolmentId id) {
		LearnerId learner = session(session).enrolment(id).orElseThrow().learner();
		this.enrolments.withdraw(session, id, Actor.learner(learner), null);
	}

	@Nullable LearnerId manager(SessionId session, EnrolmentId id) {
		return session(session).enrolment(id).orElseThrow().manager();
	}

	/** Somebody else writes down that the person stayed away. */
	void record(SessionId session, EnrolmentId id) {
		TrainingSession known = session(session);
		this.enrolments.recordAttendance(session, Map.of(id, Attendance.NO_SHOW),
				Actor.region("rita", known.owner().region()), new LearnerId("rita"));
	}

	/** As if the session had been yesterday. */
	void letItBeOver(SessionId id) {
		TrainingSession session = session(id);
		LocalDate day = TrainingStage.TODAY.minusDays(1);
		SessionPlan over = new SessionPlan(List.of(new HalfDay(day, LocalTime.of(9, 30), LocalTime.of(13, 0))),
				session.plan().venue(), session.plan().terms());
		this.mongo.save(new TrainingSession(session.id(), session.version() + 1, session.training(), session.owner(),
				over, day, session.state(), session.sequence(), session.seed(), session.released(), session.freed(),
				session.attendanceTold(), session.dueAt(), session.changedAt(), session.history(),
				session.enrolments()));
	}

	TrainingSession session(SessionId id) {
		return this.enrolments.session(id).orElseThrow();
	}

	EnrolmentState state(SessionId session, EnrolmentId enrolment) {
		return session(session).enrolment(enrolment).orElseThrow().state();
	}

	EnrolmentState state(SessionId session, Player player) {
		return session(session).enrolmentOf(player.learner()).map(Enrolment::state).orElseThrow();
	}

}
