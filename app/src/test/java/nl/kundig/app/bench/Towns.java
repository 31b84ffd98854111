package nl.kundig.app.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import nl.kundig.app.system.Maintenance;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.Placing;
import nl.kundig.courses.enrolment.Pool;
import nl.kundig.courses.enrolment.SessionChange;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.StateChange;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.enrolment.Why;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.training.TrainingId;
import org.bson.Document;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Towns with many people and sessions, each the only one of its region, written into the
 * store of a Kundig that stands still. Some of the people have accounts.
 */
final class Towns {

	/** Of everybody; it is hashed so that signing in costs next to nothing. */
	static final String PASSWORD = "meten-is-weten";

	static final int SESSIONS = 200;

	static final int SEATS = 20;

	/** Of one town; each takes a seat {@link #SEATS} × sessions / accounts times. */
	static final int ACCOUNTS = 800;

	/** Without an account, on the sessions already. */
	private static final int GUESTS = 200;

	private static final int MANAGERS = 10;

	private static final List<TrainingId> TRAININGS = List.of(new TrainingId("ror-basis"),
			new TrainingId("ror-stromingen"), new TrainingId("nuance-webinars"),
			new TrainingId("leernetwerk-polarisatie"));

	private final MongoOperations mongo;

	private final EnrolmentRulesService rules;

	private final Instant longAgo = LocalDate.now(PeopleService.ZONE)
		.minusDays(100)
		.atStartOfDay()
		.toInstant(ZoneOffset.UTC);

	private Towns(MongoOperations mongo, EnrolmentRulesService rules) {
		this.mongo = mongo;
		this.rules = rules;
	}

	/** What a town is for; its name begins usernames and ids. */
	enum Town {

		/** Every seat is free, and nobody need agree. */
		FREE(0, false),

		/** Every seat is taken. */
		FULL(SEATS, false),

		/** Nearly full, and a manager must agree. */
		LOOKED_AT(SEATS - 2, true);

		private final int taken;

		private final boolean approval;

		Town(int taken, boolean approval) {
			this.taken = taken;
			this.approval = approval;
		}

		String session(int number) {
			return "meten-" + name().toLowerCase() + "-" + number;
		}

		String username(int number) {
			return "meter." + name().toLowerCase().replace('_', '.') + "." + number;
		}

	}

	/** Who takes a seat where. */
	record Seat(Town town, int account, String session) {
	}

	/** Every seat of a town with another person for each, no session twice in a row. */
	static List<Seat> seats(Town town) {
		List<Seat> seats = new ArrayList<>();
		int groups = ACCOUNTS / SESSIONS;
		for (int turn = 0; turn < SEATS; turn++) {
			for (int session = 0; session < SESSIONS; session++) {
				int account = (session + turn / groups) % SESSIONS + SESSIONS * (turn % groups);
				seats.add(new Seat(town, account, town.session(session)));
			}
		}
		return seats;
	}

	/**
	 * Makes them.
	 * @param people how many live in each; there are at least a thousand and ten
	 */
	static void make(Path data, int people) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Maintenance.class)
			.web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.logStartupInfo(false)
			.properties("logging.level.root=warn", "spring.main.banner-mode=off");
		try (ConfigurableApplicationContext context = application.run("--kundig.data=" + data)) {
			Towns towns = new Towns(context.getBean(MongoOperations.class),
					context.getBean(EnrolmentRulesService.class));
			PeopleService municipalities = context.getBean(PeopleService.class);
			for (Town town : Town.values()) {
				Municipality place = new Municipality(new MunicipalityId("meetstad-" + town.name().toLowerCase()),
						"Meetstad", new RegionId("meetstreek-" + town.name().toLowerCase()));
				municipalities.add(new Region(place.region(), "Meetstreek"));
				municipalities.add(place);
				towns.make(town, place, people);
			}
			context.getBean(DutyService.class).recheck();
		}
	}

	private void make(Town town, Municipality place, int people) {
		this.rules.change(place.id(), town.approval, Actor.coordinator("meting", place.id()));
		String password = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);
		List<Learner> learners = new ArrayList<>();
		List<Document> accounts = new ArrayList<>();
		for (int number = 0; number < Math.max(people, ACCOUNTS + GUESTS + MANAGERS); number++) {
			LearnerId learner = learner(town, number);
			boolean manages = number >= ACCOUNTS + GUESTS && number < ACCOUNTS + GUESTS + MANAGERS;
			LearnerRole role = manages ? LearnerRole.MANAGER : LearnerRole.DESK_EMPLOYEE;
			learners.add(new Learner(learner, "Meter " + number, List.of(RoleHeld.of(role, place.id(), null,
					LocalDate.now(PeopleService.ZONE).minusDays(100), null, this.longAgo))));
			if (number < ACCOUNTS || manages) {
				accounts.add(new Document("_id", town.username(number)).append("password", password)
					.append("name", "Meter " + number)
					.append("learner", learner.value())
					.append("roles", List.of())
					.append("municipality", place.id().value())
					.append("email", town.username(number) + "@meetstad.example")
					.append("_class", "account"));
			}
		}
		this.mongo.insert(learners, Learner.class);
		this.mongo.insert(accounts, "accounts");
		this.mongo.insert(IntStream.range(0, SESSIONS).mapToObj((number) -> session(town, place, number)).toList(),
				TrainingSession.class);
	}

	private static LearnerId learner(Town town, int number) {
		return new LearnerId("meter-" + town.name().toLowerCase() + "-" + number);
	}

	/** Each on another day, so that nobody has to be in two places. */
	private TrainingSession session(Town town, Municipality place, int number) {
		LocalDate day = LocalDate.now(PeopleService.ZONE).plusDays(30 + number);
		SessionPlan plan = new SessionPlan(
				List.of(new HalfDay(day, LocalTime.of(9, 30), LocalTime.of(12, 30)),
						new HalfDay(day, LocalTime.of(13, 15), LocalTime.of(16, 30))),
				new Venue("Stadhuis, Meetplein 1", "Lift aanwezig.", null),
				SessionTerms.of("Marga Lindhout", SEATS, day.minusDays(7)));
		List<Enrolment> enrolments = IntStream.range(0, town.taken)
			.mapToObj((seat) -> placed(town, place, number, ACCOUNTS + (number + seat) % GUESTS))
			.toList();
		Owner owner = Owner.of(place.region());
		Actor region = Actor.region("meting", place.region());
		return new TrainingSession(new SessionId(town.session(number)), 1, TRAININGS.get(number % TRAININGS.size()),
				owner, plan, day, TrainingSession.State.PLANNED, 0, Integer.toHexString(number), false, 0, true, null,
				this.longAgo,
				List.of(new SessionChange(SessionChange.Kind.PLANNED, this.longAgo, region, null, List.of())),
				enrolments);
	}

	private Enrolment placed(Town town, Municipality place, int session, int guest) {
		LearnerId learner = learner(town, guest);
		return new Enrolment(new EnrolmentId(town.session(session) + "-" + guest), learner, place.id(), null, null,
				null, this.longAgo,
				List.of(new StateChange(EnrolmentState.REQUESTED, this.longAgo, Actor.learner(learner), Why.APPLIED,
						null, null),
						new StateChange(EnrolmentState.PLACED, this.longAgo, Actor.SYSTEM, Why.FREE_SEAT, null,
								new Placing(Pool.GENERAL, 0, 0, null))),
				Pool.GENERAL, null, -1);
	}

}
