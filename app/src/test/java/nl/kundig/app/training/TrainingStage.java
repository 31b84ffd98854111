package nl.kundig.app.training;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.training.TrainingId;

/**
 * A region of its own with two municipalities, so that no other test takes its seats: in
 * the village nobody need agree, in the town a manager must.
 */
class TrainingStage {

	static final TrainingId BASIS = new TrainingId("ror-basis");

	static final LocalDate TODAY = LocalDate.now(PeopleService.ZONE);

	/** Far enough that every deadline lies before it. */
	static final LocalDate DAY = TODAY.plusDays(60);

	private final String name = UUID.randomUUID().toString().substring(0, 8);

	private final RegionId region = new RegionId("streek-" + this.name);

	private final Municipality village = new Municipality(new MunicipalityId("dorp-" + this.name), "Dorp", this.region);

	private final Municipality town = new Municipality(new MunicipalityId("stad-" + this.name), "Stad", this.region);

	private final Actor regional = Actor.region("regio." + this.name, this.region);

	private final PeopleService people;

	private final AccountService accounts;

	private final SessionService sessions;

	TrainingStage(PeopleService people, AccountService accounts, SessionService sessions, EnrolmentRulesService rules) {
		this.people = people;
		this.accounts = accounts;
		this.sessions = sessions;
		this.people.add(new Region(this.region, "Streek " + this.name));
		this.people.add(this.village);
		this.people.add(this.town);
		rules.change(this.village.id(), false, Actor.coordinator("wil", this.village.id()));
	}

	/** Somebody new with a way in. */
	record Player(LearnerId learner, String name, String username, String password, MunicipalityId municipality) {
	}

	Municipality village() {
		return this.village;
	}

	Municipality town() {
		return this.town;
	}

	Actor regional() {
		return this.regional;
	}

	Player villager(String called) {
		return player(called, this.village.id(), LearnerRole.DESK_EMPLOYEE);
	}

	Player townsman(String called) {
		return player(called, this.town.id(), LearnerRole.DESK_EMPLOYEE);
	}

	/** Somebody without a work address. */
	Player player(String called, MunicipalityId municipality, LearnerRole role, AccountRole... accountRoles) {
		return player(called, municipality, role, false, accountRoles);
	}

	/** Somebody of a partner that works with the village. */
	Player partner(String called, PartnerId partner) {
		Player player = player(called, this.village.id(), LearnerRole.DESK_EMPLOYEE);
		LocalDate from = TODAY.minusDays(1);
		leave(player, from.minusDays(1));
		this.people.takeRole(player.learner(), LearnerRole.DESK_EMPLOYEE, this.village.id(), partner, from);
		return player;
	}

	/** With a work address. */
	Player reached(String called, MunicipalityId municipality, LearnerRole role) {
		return player(called, municipality, role, true);
	}

	/** Works nowhere from yesterday on. */
	void leave(Player player) {
		leave(player, TODAY.minusDays(1));
	}

	private void leave(Player player, LocalDate lastDay) {
		RoleHeld held = this.people.learner(player.learner()).orElseThrow().roles().getFirst();
		this.people.leaveRole(player.learner(), held, lastDay, "test", "test");
	}

	private Player player(String called, MunicipalityId municipality, LearnerRole role, boolean reached,
			AccountRole... accountRoles) {
		LearnerId learner = this.people.register(called);
		this.people.takeRole(learner, role, municipality, null, TODAY.minusMonths(1));
		String username = "speler." + UUID.randomUUID();
		String password = this.accounts.create(username, called, learner, Set.of(accountRoles), municipality, null,
				reached ? username + "@streek.example" : null);
		return new Player(learner, called, username, password, municipality);
	}

	SessionId session(int capacity) {
		return session(BASIS, Owner.of(this.region), DAY, capacity);
	}

	SessionId session(TrainingId training, Owner owner, LocalDate day, int capacity) {
		SessionPlan plan = new SessionPlan(
				List.of(new HalfDay(day, LocalTime.of(9, 30), LocalTime.of(13, 0)),
						new HalfDay(day, LocalTime.of(14, 0), LocalTime.of(16, 30))),
				new Venue("Raadhuis " + this.name, "De lift is naast de ingang.", null),
				SessionTerms.of("Tess Trainer", capacity, day.minusDays(7)));
		return this.sessions.plan(training, owner, plan, this.regional).id();
	}

}
