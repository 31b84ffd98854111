package nl.kundig.app.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.Quota;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.InterestService;
import nl.kundig.courses.training.NeedsService;
import nl.kundig.courses.training.ProviderId;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Sessions of the coming weeks and months, and one that was held, with people in every
 * state. Who waits and who has an offer is the same each time, whatever lots are drawn.
 */
@Component
public class DemoTrainings {

	private static final RegionId REGION = new RegionId("delta");

	private static final MunicipalityId WATERKERK = new MunicipalityId("waterkerk");

	private static final MunicipalityId HOOGVELD = new MunicipalityId("hoogveld");

	private static final TrainingId BASIS = new TrainingId("ror-basis");

	private static final TrainingId DEEPER = new TrainingId("ror-verdieping");

	private static final Actor REGIO = Actor.region("regio", REGION);

	private static final Actor OF_WATERKERK = Actor.coordinator("coordinator.waterkerk", WATERKERK);

	private static final Actor OF_HOOGVELD = Actor.coordinator("coordinator.hoogveld", HOOGVELD);

	/** Nobody would plan a session on these, whatever the year. */
	private static final Set<MonthDay> HOLIDAYS = Set.of(MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.APRIL, 27),
			MonthDay.of(Month.DECEMBER, 25), MonthDay.of(Month.DECEMBER, 26));

	private static final Venue TOWN_HALL = new Venue("Stadhuis Waterkerk, Markt 1, zaal 2.04",
			"Lift, ringleiding en een toegankelijk toilet. De ingang zonder trap is aan de Kerkstraat.", null);

	private final DemoColleagues colleagues;

	private final SessionService sessions;

	private final EnrolmentService enrolments;

	private final EnrolmentRulesService rules;

	private final InterestService interests;

	private final NeedsService needs;

	private final MongoOperations mongo;

	private final Clock clock;

	DemoTrainings(DemoColleagues colleagues, SessionService sessions, EnrolmentService enrolments,
			EnrolmentRulesService rules, InterestService interests, NeedsService needs, MongoOperations mongo,
			Clock clock) {
		this.colleagues = colleagues;
		this.sessions = sessions;
		this.enrolments = enrolments;
		this.rules = rules;
		this.interests = interests;
		this.needs = needs;
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Makes them once, after {@link DemoContent}. A start that was cut off here leaves
	 * fewer of them and never two of the same.
	 */
	public void create() {
		if (!this.enrolments.sessions(SessionFilter.from(REGION, PeopleService.EARLIEST)).isEmpty()) {
			return;
		}
		this.colleagues.create(WATERKERK, HOOGVELD);
		this.rules.change(WATERKERK, true, OF_WATERKERK);
		this.rules.change(HOOGVELD, false, OF_HOOGVELD);
		held();
		full();
		later();
		handedOver();
		webinar();
		ofWaterkerk();
		cancelled();
		this.interests.show(waterkerk("Thijs van Leeuwen"), new TrainingId("ror-stromingen"), WATERKERK);
		this.interests.show(hoogveld("Nadia Hassan"), new TrainingId("ror-stromingen"), HOOGVELD);
		stateNeeds();
	}

	/** Held six weeks ago: two were there, one of them with proof; two were not. */
	private void held() {
		SessionPlan plan = new SessionPlan(wholeDay(day(-42)), TOWN_HALL,
				new SessionTerms("Marga Lindhout", 12, null, 4, day(-50), List.of(), null, 0));
		TrainingSession session = DemoPastSession.of("voorjaar", BASIS, Owner.of(REGION), plan, REGIO,
				List.of(new DemoPastSession.Guest(waterkerk("Karin Hofman"), WATERKERK),
						new DemoPastSession.Guest(waterkerk("Omar Said"), WATERKERK),
						new DemoPastSession.Guest(hoogveld("Nadia Hassan"), HOOGVELD),
						new DemoPastSession.Guest(hoogveld("Joost van der Meer"), HOOGVELD)));
		this.mongo.insert(session);
		List<EnrolmentId> guests = session.enrolments().stream().map(Enrolment::id).toList();
		Map<EnrolmentId, Attendance> attendances = new LinkedHashMap<>();
		attendances.put(guests.get(0), Attendance.ATTENDED);
		attendances.put(guests.get(1), Attendance.NO_SHOW);
		attendances.put(guests.get(2), Attendance.ATTENDED);
		attendances.put(guests.get(3), Attendance.ABSENT_WITH_NOTICE);
		this.enrolments.recordAttendance(session.id(), attendances, REGIO, new LearnerId("regio"));
		this.enrolments.proofReceived(session.id(), guests.get(2), REGIO);
	}

	/** Full. A seat came free and is kept for one; others wait. */
	private void full() {
		SessionId session = plan(BASIS, Owner.of(REGION), REGIO, wholeDay(day(35)), TOWN_HALL,
				new SessionTerms("Marga Lindhout", 8, null, 6, day(21),
						List.of(new Quota(WATERKERK, 4), new Quota(HOOGVELD, 3)), day(14), 1));
		for (String name : List.of("Lotte Meijer", "Rachid Bouzid", "Jeroen Kuiper", "Emre Aydın")) {
			approved(session, waterkerk(name));
		}
		for (String name : List.of("Wilma Jansen", "Tim Scholten", "Marloes de Wit", "Ahmed Yılmaz")) {
			apply(session, hoogveld(name), HOOGVELD, null);
		}
		this.enrolments.add(session, Application.of(waterkerk("Thijs van Leeuwen"), WATERKERK), REGIO,
				"Begeleidt de nieuwe medewerkers na de training.");
		// The only one of Waterkerk who waits, when a seat of Waterkerk comes free.
		approved(session, waterkerk("Noor van den Berg"));
		Enrolment leaving = of(session, waterkerk("Emre Aydın"));
		this.enrolments.withdraw(session, leaving.id(), Actor.learner(leaving.learner()), "Ik heb die dag dienst.");
		approved(session, waterkerk("Lieke Dekker"));
		apply(session, hoogveld("Esther Blom"), HOOGVELD, "Graag vegetarisch eten.");
	}

	/** Room for many: one waits for the manager, one was refused, one withdrew. */
	private void later() {
		SessionId session = plan(BASIS, Owner.of(REGION), REGIO,
				List.of(new HalfDay(day(70), LocalTime.of(9, 30), LocalTime.of(13, 0)),
						new HalfDay(day(77), LocalTime.of(9, 30), LocalTime.of(13, 0))),
				new Venue("Gemeentehuis Hoogveld, Dorpsstraat 10", "Alles is gelijkvloers.", null),
				new SessionTerms("Marga Lindhout", SessionTerms.USUAL_CAPACITY, null, 8, day(56),
						List.of(new Quota(WATERKERK, 6), new Quota(HOOGVELD, 6)), day(42), 2));
		apply(session, waterkerk("Sanne Vos"), WATERKERK, null);
		Enrolment refused = apply(session, waterkerk("Rachid Bouzid"), WATERKERK, null);
		this.enrolments.refuse(session, refused.id(), manager(), "U gaat al naar de training van eerder.");
		approved(session, waterkerk("Emre Aydın"));
		apply(session, hoogveld("Joost van der Meer"), HOOGVELD, "Ik kom met een rolstoel.");
		Enrolment leaving = apply(session, hoogveld("Nadia Hassan"), HOOGVELD, null);
		this.enrolments.withdraw(session, leaving.id(), Actor.learner(leaving.learner()), null);
	}

	/** In two weeks: the list is with the provider, who confirmed some. */
	private void handedOver() {
		SessionId session = plan(DEEPER, Owner.of(REGION), REGIO,
				List.of(wholeDay(day(16)).getFirst(), wholeDay(day(16)).getLast(), wholeDay(day(23)).getFirst(),
						wholeDay(day(23)).getLast()),
				new Venue("Regiohuis Delta, Kanaalweg 5", null, null),
				new SessionTerms("Ruben Adema", 12, null, 4, day(9), List.of(), null, 2));
		String note = "Volgde de basistraining bij een vorige werkgever.";
		Enrolment first = this.enrolments
			.nominate(session, new Application(waterkerk("Mirjam Postma"), WATERKERK, managerOfWaterkerk(), null, note),
					OF_WATERKERK)
			.enrolment();
		this.enrolments.approve(session, first.id(), manager());
		List<EnrolmentId> confirmed = new ArrayList<>(List.of(first.id()));
		for (String name : List.of("Tjeerd Wiersma", "Sjoerd Hoekstra")) {
			confirmed.add(this.enrolments
				.nominate(session, new Application(hoogveld(name), HOOGVELD, null, null, note), OF_HOOGVELD)
				.enrolment()
				.id());
		}
		this.enrolments.add(session, Application.of(waterkerk("Yara el Amrani"), WATERKERK), OF_WATERKERK,
				"Vervangt de aandachtsfunctionaris.");
		this.enrolments.handOver(session, REGIO);
		this.enrolments.confirm(session, confirmed, REGIO);
		apply(session, hoogveld("Nadia Hassan"), HOOGVELD, null);
	}

	private void webinar() {
		SessionId session = plan(new TrainingId("nuance-webinars"), Owner.of(new ProviderId("nuance"), REGION), REGIO,
				List.of(new HalfDay(day(12), LocalTime.of(15, 0), LocalTime.of(16, 30))),
				new Venue(null, "Met ondertiteling.", "https://bijeenkomst.example/kundig-demo"),
				new SessionTerms("", 40, "Een webinar heeft geen zaal die vol raakt.", 0, day(11), List.of(), null, 0));
		apply(session, hoogveld("Esther Blom"), HOOGVELD, null);
		approved(session, waterkerk("Lieke Dekker"));
	}

	private void ofWaterkerk() {
		SessionId session = this.sessions
			.plan(new TrainingId("werkatelier-informatie-delen"),
					new Owner(Owner.Kind.MUNICIPALITY, "waterkerk", REGION),
					new SessionPlan(List.of(new HalfDay(day(28), LocalTime.of(13, 30), LocalTime.of(16, 30))),
							TOWN_HALL, SessionTerms.of("Esra Polat", 10, day(25))),
					OF_WATERKERK)
			.id();
		approved(session, waterkerk("Sanne Vos"));
	}

	private void cancelled() {
		SessionId session = plan(new TrainingId("leernetwerk-polarisatie"), Owner.of(REGION), REGIO,
				List.of(new HalfDay(day(49), LocalTime.of(13, 0), LocalTime.of(17, 0))), TOWN_HALL,
				SessionTerms.of("", SessionTerms.USUAL_CAPACITY, day(40)));
		apply(session, hoogveld("Nadia Hassan"), HOOGVELD, null);
		this.sessions.cancel(session, "De begeleider is ziek. Er komt een nieuwe datum.", REGIO);
	}

	private void stateNeeds() {
		int next = day(0).getYear() + 1;
		int year = this.needs.isOpen(next) ? next : next - 1;
		this.needs.state(WATERKERK, year, LearnerRole.DESK_EMPLOYEE, BASIS, 14, OF_WATERKERK.id());
		this.needs.state(WATERKERK, year, LearnerRole.ENFORCEMENT_OFFICER, BASIS, 6, OF_WATERKERK.id());
		this.needs.state(WATERKERK, year, LearnerRole.FOCAL_OFFICER, DEEPER, 2, OF_WATERKERK.id());
		this.needs.state(HOOGVELD, year, LearnerRole.DESK_EMPLOYEE, BASIS, 8, OF_HOOGVELD.id());
		this.needs.state(HOOGVELD, year, LearnerRole.SOCIAL_DOMAIN, BASIS, 5, OF_HOOGVELD.id());
	}

	private SessionId plan(TrainingId training, Owner owner, Actor by, List<HalfDay> halfDays, Venue venue,
			SessionTerms terms) {
		return this.sessions.plan(training, owner, new SessionPlan(halfDays, venue, terms), by).id();
	}

	/** Asks, and the manager of Waterkerk agrees. */
	private void approved(SessionId session, LearnerId learner) {
		this.enrolments.approve(session, apply(session, learner, WATERKERK, null).id(), manager());
	}

	private Enrolment apply(SessionId session, LearnerId learner, MunicipalityId place, @Nullable String wishes) {
		LearnerId manager = place.equals(WATERKERK) ? managerOfWaterkerk() : null;
		return this.enrolments
			.apply(session, new Application(learner, place, manager, wishes, "Dit past bij mijn werk."),
					Actor.learner(learner))
			.enrolment();
	}

	private Enrolment of(SessionId session, LearnerId learner) {
		return this.enrolments.session(session).flatMap((known) -> known.enrolmentOf(learner)).orElseThrow();
	}

	private Actor manager() {
		return Actor.manager(managerOfWaterkerk());
	}

	private LearnerId managerOfWaterkerk() {
		return waterkerk("Peter Smit");
	}

	private LearnerId waterkerk(String name) {
		return Objects.requireNonNull(this.colleagues.named(WATERKERK).get(name), name);
	}

	private LearnerId hoogveld(String name) {
		return Objects.requireNonNull(this.colleagues.named(HOOGVELD).get(name), name);
	}

	private static List<HalfDay> wholeDay(LocalDate day) {
		return List.of(new HalfDay(day, LocalTime.of(9, 30), LocalTime.of(12, 30)),
				new HalfDay(day, LocalTime.of(13, 15), LocalTime.of(16, 30)));
	}

	/** So many days from today, or the first day after that on which people work. */
	private LocalDate day(int days) {
		LocalDate day = LocalDate.now(this.clock.withZone(PeopleService.ZONE)).plusDays(days);
		while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
				|| HOLIDAYS.contains(MonthDay.from(day))) {
			day = day.plusDays(1);
		}
		return day;
	}

}
