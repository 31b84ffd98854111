package nl.kundig.app.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.kundig.app.account.AccountService;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentOutcome;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.people.RoleHeld;
import org.bson.Document;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * One session of twenty seats and everybody who wants one, all at once: sign-ups,
 * additions, approvals, withdrawals, answers to offers, and seats for colleagues. Each of
 * them has a work address.
 */
@Component
class SeatRush {

	static final int SEATS = 20;

	static final int SIGN_UPS = 200;

	static final int OTHERS = 20;

	private static final String ACCOUNTS = "accounts";

	private final PeopleService people;

	private final AccountService accounts;

	private final EnrolmentRulesService rules;

	private final SessionService sessions;

	private final EnrolmentService enrolments;

	private final MongoOperations mongo;

	SeatRush(PeopleService people, AccountService accounts, EnrolmentRulesService rules, SessionService sessions,
			EnrolmentService enrolments, MongoOperations mongo) {
		this.people = people;
		this.accounts = accounts;
		this.rules = rules;
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.mongo = mongo;
	}

	/** A crowd that is ready to go. */
	Crowd crowd(long seed) {
		return new Crowd(seed);
	}

	/** The people of one rush, and their session. */
	final class Crowd {

		private final String name = UUID.randomUUID().toString().substring(0, 8);

		private final RegionId region = new RegionId("drukte-" + this.name);

		/** Where nobody need agree, and where a manager must. */
		private final MunicipalityId village = new MunicipalityId("dorp-" + this.name);

		private final MunicipalityId town = new MunicipalityId("stad-" + this.name);

		private final Actor coordinator = Actor.coordinator("coby", this.village);

		private final Random random;

		private final Document account;

		private final LearnerId manager;

		private final SessionId session;

		private Crowd(long seed) {
			this.random = new Random(seed);
			SeatRush.this.people.add(new Region(this.region, "Streek"));
			SeatRush.this.people.add(new Municipality(this.village, "Dorp", this.region));
			SeatRush.this.people.add(new Municipality(this.town, "Stad", this.region));
			SeatRush.this.rules.change(this.village, false, this.coordinator);
			String username = "eerste." + this.name;
			LearnerId first = SeatRush.this.people.register("Eerste");
			SeatRush.this.accounts.create(username, "Eerste", first, Set.of(), this.village, null,
					username + "@" + domain());
			this.account = Objects.requireNonNull(SeatRush.this.mongo.findById(username, Document.class, ACCOUNTS));
			this.manager = person(this.town, LearnerRole.MANAGER);
			LocalDate day = LocalDate.now(PeopleService.ZONE).plusWeeks(6);
			List<HalfDay> halfDays = List.of(MailTown.halfDay(day, 9));
			this.session = SeatRush.this.sessions
				.plan(MailTown.TRAINING, Owner.of(this.region),
						new SessionPlan(halfDays, MailTown.TOWN_HALL, SessionTerms.of("Tess", SEATS, day.minusDays(7))),
						Actor.region("rita", this.region))
				.id();
		}

		/** Ends the work address of everybody of this crowd. */
		String domain() {
			return this.name + ".example";
		}

		SessionId session() {
			return this.session;
		}

		TrainingSession read() {
			return SeatRush.this.enrolments.session(this.session).orElseThrow();
		}

		/** The same account for all but for who it is: making passwords is slow. */
		private LearnerId person(MunicipalityId place, LearnerRole role) {
			LearnerId learner = new LearnerId(UUID.randomUUID().toString());
			LocalDate since = LocalDate.now(PeopleService.ZONE).minusYears(1);
			SeatRush.this.mongo.insert(new Learner(learner, "Iemand",
					List.of(RoleHeld.of(role, place, null, since, null, Instant.now()))));
			Document own = new Document(this.account);
			own.put("_id", learner.value());
			own.put("learner", learner.value());
			own.put("email", learner + "@" + domain());
			SeatRush.this.mongo.insert(own, ACCOUNTS);
			return learner;
		}

		/** All of it, in threads that start together. */
		void rush() throws Exception {
			List<Callable<Void>> actions = actions();
			CyclicBarrier together = new CyclicBarrier(actions.size());
			try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
				List<Callable<Void>> waiting = actions.stream().<Callable<Void>>map((action) -> () -> {
					together.await();
					return action.call();
				}).toList();
				for (Future<Void> done : executor.invokeAll(waiting)) {
					done.get();
				}
			}
		}

		private List<Callable<Void>> actions() {
			EnrolmentService service = SeatRush.this.enrolments;
			List<Callable<Void>> actions = new ArrayList<>();
			for (int i = 0; i < SIGN_UPS; i++) {
				LearnerId learner = person(this.village, LearnerRole.DESK_EMPLOYEE);
				actions.add(() -> tried(() -> service.apply(this.session, Application.of(learner, this.village),
						Actor.learner(learner))));
			}
			for (int i = 0; i < OTHERS; i++) {
				LearnerId added = person(this.village, LearnerRole.DESK_EMPLOYEE);
				LearnerId colleague = person(this.village, LearnerRole.DESK_EMPLOYEE);
				LearnerId requester = person(this.town, LearnerRole.DESK_EMPLOYEE);
				Application asked = new Application(requester, this.town, this.manager, null, null);
				actions.add(() -> tried(() -> service.apply(this.session, asked, Actor.learner(requester))));
				actions.add(() -> tried(() -> service.add(this.session, Application.of(added, this.village),
						this.coordinator, "Moet mee")));
				actions.add(() -> any(EnrolmentState.REQUESTED,
						(one) -> service.approve(this.session, one.id(), Actor.manager(this.manager))));
				actions.add(() -> any(EnrolmentState.PLACED,
						(one) -> service.withdraw(this.session, one.id(), Actor.learner(one.learner()), null)));
				actions.add(() -> any(EnrolmentState.PLACED, (one) -> service.handSeatTo(this.session, one.id(),
						colleague, null, Actor.learner(one.learner()))));
				actions.add(this::answerAnOffer);
				actions.add(this::answerAnOffer);
			}
			Collections.shuffle(actions, this.random);
			return actions;
		}

		private Void answerAnOffer() {
			EnrolmentService service = SeatRush.this.enrolments;
			boolean yes = this.random.nextInt(4) > 0;
			boolean stay = this.random.nextBoolean();
			return any(EnrolmentState.OFFERED, (one) -> {
				Actor person = Actor.learner(one.learner());
				return yes ? service.accept(this.session, one.id(), person)
						: service.decline(this.session, one.id(), stay, person);
			});
		}

		private interface Answer {

			EnrolmentOutcome to(Enrolment enrolment);

		}

		private Void any(EnrolmentState state, Answer answer) {
			List<Enrolment> there = read().in(state);
			if (!there.isEmpty()) {
				Enrolment one = there.get(this.random.nextInt(there.size()));
				tried(() -> answer.to(one));
			}
			return null;
		}

		/** Somebody may be faster, and the server may crash; neither is a failure. */
		private Void tried(Callable<EnrolmentOutcome> action) {
			try {
				action.call();
			}
			catch (EnrolmentRefused | Crashes.Crash ex) {
				return null;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			return null;
		}

	}

}
