package nl.kundig.app.training;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.Pool;
import nl.kundig.courses.enrolment.RegionRules;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class RegionPagesTests {

	private static final String DESK = "/beheer/regio/trainingen";

	private static final RegionId REGION = new RegionId("delta");

	private static final MunicipalityId HOOGVELD = new MunicipalityId("hoogveld");

	private static final LocalDate DAY = LocalDate.now(PeopleService.ZONE).plusDays(120);

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private EnrolmentRulesService rules;

	@Autowired
	private PeopleService people;

	private PageClient regio;

	@BeforeEach
	void signIn() {
		this.regio = new PageClient(this.port, this.accounts).signIn("regio");
	}

	@Test
	void theDeskShowsFillQuotasReserveAndWhoStayedAway() {
		HttpResponse<String> desk = this.regio.get(DESK);
		assertThat(desk.statusCode()).isEqualTo(200);
		assertThat(desk.body()).contains("Trainingen van de regio", "8 van de 8 plaatsen bezet (100%)",
				"1 van 1 gebruikt", "Zonder bericht niet gekomen: 1 van de 4 mensen van wie dat bekend is (25%).");
	}

	@Test
	void aSessionIsPlannedWithEveryFieldAsTyped() {
		TrainingSession planned = session(plan(this.regio, Map.of()));
		assertThat(planned.owner()).isEqualTo(Owner.of(REGION));
		assertThat(planned.plan().halfDays()).hasSize(2);
		assertThat(planned.plan().venue().place()).isEqualTo("Zaal 1");
		assertThat(planned.plan().terms().capacity()).isEqualTo(12);
		assertThat(planned.plan().terms().reserve()).isEqualTo(2);
		assertThat(planned.plan().terms().quotas()).singleElement()
			.satisfies((quota) -> assertThat(quota.municipality()).isEqualTo(HOOGVELD));
		assertThat(this.regio.get(DESK + "/" + planned.id()).body()).contains("Zaal 1", "0 van 2 gebruikt");
	}

	@Test
	void oneMoreRowKeepsWhatWasTyped() {
		int before = count();
		HttpResponse<String> answer = post(this.regio, DESK + "/nieuw", Map.of("doe", "dagdeel"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("dag-2", "Zaal 1");
		assertThat(answer.body()).doesNotContain("dag-3");
		assertThat(count()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			training   |            | training-fout  | Kies een training
			training   | bestaat-niet | training-fout | Kies een training uit de lijst
			dag        | 2020-01-01 | dag-0-fout     | De training moet in de toekomst beginnen
			dag        | morgen     | dag-0-fout     | Vul een datum in
			tot        | 08:00      | tot-0-fout     | De eindtijd moet later zijn dan de begintijd
			plaats     |            | plaats-fout    | Vul een adres in
			link       | http://x   | link-fout      | moet met https:// beginnen
			plaatsen   | 0          | plaatsen-fout  | Vul een aantal van 1 tot en met 40 in
			plaatsen   | -3         | plaatsen-fout  | Vul een heel getal in
			plaatsen   | 21         | waarom-fout    | Geef een reden voor meer dan 20 plaatsen
			minimum    | 13         | minimum-fout   | Het minimum kan niet hoger zijn
			sluiting   | 2020-01-01 | sluiting-fout  | De laatste dag om aan te melden is al voorbij
			quotum-hoogveld | 12    | plaatsen-fout  | U bewaart meer plaatsen dan er zijn
			vrijgave   |            | vrijgave-fout  | Kies de dag waarop bewaarde plaatsen
			""")
	void whatCannotBeIsSaidAtItsFieldAndNothingIsStored(String field, String value, String at, String message) {
		int before = count();
		HttpResponse<String> answer = post(this.regio, DESK + "/nieuw", Map.of(field, (value != null) ? value : ""));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).containsPattern("id=\"" + at + "\"[^>]*>[^<]*" + message);
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void aCopyHasOtherDaysAndNobodyOnIt() {
		SessionId first = plan(this.regio, Map.of());
		LearnerId guest = guest("Gast Kopie");
		this.enrolments.apply(first, Application.of(guest, HOOGVELD), Actor.learner(guest));
		HttpResponse<String> answer = post(this.regio, DESK + "/" + first + "/kopie",
				Map.of("dag", DAY.plusDays(30).toString(), "sluiting", DAY.plusDays(20).toString()));
		TrainingSession copy = session(planned(answer));
		assertThat(copy.firstDay()).isEqualTo(DAY.plusDays(30));
		assertThat(copy.enrolments()).isEmpty();
		assertThat(copy.plan().terms().capacity()).isEqualTo(12);
	}

	@Test
	void movingSaysFirstWhoIsToldAndKeepsPeopleOnIt() {
		SessionId id = plan(this.regio, Map.of());
		LearnerId guest = guest("Gast Verhuizing");
		this.enrolments.apply(id, Application.of(guest, HOOGVELD), Actor.learner(guest));
		assertThat(this.regio.get(DESK + "/" + id + "/verplaatsen").body()).contains("Er gaat geen mail uit",
				"1 aangemelde persoon heeft geen werkadres");
		HttpResponse<String> answer = post(this.regio, DESK + "/" + id + "/verplaatsen",
				Map.of("dag", DAY.plusDays(1).toString(), "plaats", "Zaal 2"));
		assertThat(answer.statusCode()).isEqualTo(302);
		TrainingSession moved = session(id);
		assertThat(moved.sequence()).isEqualTo(1);
		assertThat(moved.plan().venue().place()).isEqualTo("Zaal 2");
		assertThat(moved.enrolments()).singleElement().satisfies((one) -> assertThat(one.isOpen()).isTrue());
	}

	@Test
	void fewerSeatsThanAreTakenAreRefusedAtTheField() {
		SessionId id = plan(this.regio, Map.of("quotum-hoogveld", "", "reserve", "0", "minimum", "0"));
		for (String name : List.of("Gast Een", "Gast Twee")) {
			LearnerId guest = guest(name);
			this.enrolments.apply(id, Application.of(guest, HOOGVELD), Actor.learner(guest));
		}
		HttpResponse<String> refused = post(this.regio, DESK + "/" + id + "/wijzigen",
				Map.of("quotum-hoogveld", "", "reserve", "0", "minimum", "0", "plaatsen", "1"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).containsPattern("id=\"plaatsen-fout\"[^>]*>Er zijn al meer plaatsen bezet");
		assertThat(session(id).plan().terms().capacity()).isEqualTo(12);
		HttpResponse<String> changed = post(this.regio, DESK + "/" + id + "/wijzigen",
				Map.of("quotum-hoogveld", "", "reserve", "0", "minimum", "0", "plaatsen", "2"));
		assertThat(changed.statusCode()).isEqualTo(302);
		assertThat(session(id).plan().terms().capacity()).isEqualTo(2);
	}

	@Test
	void cancellingNeedsAReason() {
		SessionId id = plan(this.regio, Map.of());
		HttpResponse<String> refused = this.regio.post(DESK + "/" + id + "/annuleren", "reden", " ");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).containsPattern("id=\"reden-fout\"[^>]*>Geef een reden");
		assertThat(session(id).isCancelled()).isFalse();
		assertThat(this.regio.post(DESK + "/" + id + "/annuleren", "reden", "De zaal is dicht.").statusCode())
			.isEqualTo(302);
		assertThat(session(id).cancelledBecause()).contains("De zaal is dicht.");
		assertThat(this.regio.get(DESK + "/" + id).body()).contains("De zaal is dicht.").doesNotContain("/wijzigen");
	}

	@Test
	void theRegionGivesASeatOfItsReserve() {
		SessionId id = plan(this.regio, Map.of());
		LearnerId guest = guest("Gast Reserve " + id);
		String reserve = DESK + "/" + id + "/reserve";
		assertThat(this.regio.get(reserve + "?naam=" + PageClient.encode("Gast Reserve " + id)).body())
			.contains(guest + "@hoogveld");
		HttpResponse<String> refused = this.regio.post(reserve, "naam", "Gast Reserve", "wie", "", "reden", "x");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(session(id).enrolments()).isEmpty();
		assertThat(this.regio.post(reserve, "naam", "", "wie", guest + "@hoogveld", "reden", "Nodig").statusCode())
			.isEqualTo(302);
		assertThat(session(id).enrolments()).extracting(Enrolment::pool).containsExactly(Pool.RESERVE);
	}

	@Test
	void aCoordinatorRunsSessionsOfTheOwnMunicipalityOnly() {
		PageClient hoogveld = new PageClient(this.port, this.accounts).signIn("coordinator.hoogveld");
		SessionId own = plan(hoogveld, Map.of("quotum-hoogveld", "", "reserve", "", "vrijgave", ""));
		assertThat(session(own).owner().municipality()).contains(HOOGVELD);
		assertThat(hoogveld.get(DESK).body()).contains("/" + own + "\"");
		SessionId ofRegion = plan(this.regio, Map.of());
		PageClient waterkerk = new PageClient(this.port, this.accounts).signIn("coordinator.waterkerk");
		for (String page : List.of("", "/wijzigen", "/verplaatsen", "/kopie", "/annuleren", "/reserve")) {
			assertThat(waterkerk.get(DESK + "/" + own + page).statusCode()).as(page).isEqualTo(404);
			assertThat(hoogveld.get(DESK + "/" + ofRegion + page).statusCode()).as(page).isEqualTo(404);
		}
		assertThat(waterkerk.post(DESK + "/" + own + "/annuleren", "reden", "Nee").statusCode()).isEqualTo(404);
		assertThat(session(own).isCancelled()).isFalse();
	}

	@Test
	void weightsThatAreNotAHundredTogetherAreRefused() {
		RegionRules before = this.rules.region(REGION);
		this.regio.get("/beheer/regio/regels");
		HttpResponse<String> refused = rules("50", "3");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).containsPattern("id=\"verloop-fout\"[^>]*>De vier getallen moeten samen 100 zijn");
		HttpResponse<String> late = rules("40", "6");
		assertThat(late.statusCode()).isEqualTo(422);
		assertThat(late.body()).containsPattern("id=\"werkdagen-fout\"[^>]*>Kies 1 tot en met 5");
		assertThat(this.rules.region(REGION)).isEqualTo(before);
		assertThat(rules("40", "3").statusCode()).isEqualTo(302);
		assertThat(this.rules.region(REGION).changedBy()).isEqualTo("regio");
	}

	private HttpResponse<String> rules(String expiry, String days) {
		return this.regio.post("/beheer/regio/regels", "verloop", expiry, "dekking", "30", "nieuw", "20", "wachttijd",
				"10", "werkdagen", days, "quotum", "ja");
	}

	private int count() {
		return this.enrolments.sessions(SessionFilter.from(REGION, PeopleService.EARLIEST)).size();
	}

	private TrainingSession session(SessionId id) {
		return this.enrolments.session(id).orElseThrow();
	}

	private LearnerId guest(String name) {
		LearnerId guest = this.people.register(name);
		this.people.takeRole(guest, LearnerRole.DESK_EMPLOYEE, HOOGVELD, null, LocalDate.now(PeopleService.ZONE));
		return guest;
	}

	private SessionId plan(PageClient client, Map<String, String> changes) {
		client.get(DESK + "/nieuw");
		return planned(post(client, DESK + "/nieuw", changes));
	}

	private static SessionId planned(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		String location = answer.headers().firstValue("Location").orElseThrow();
		return new SessionId(location.substring(location.lastIndexOf('/') + 1));
	}

	/** A form as it is usually filled in, with these fields filled in otherwise. */
	private static HttpResponse<String> post(PageClient client, String path, Map<String, String> changes) {
		List<String> form = new ArrayList<>();
		String[] usual = { "training", "ror-basis", "organisator", "regio", "dag", DAY.toString(), "van", "09:30",
				"tot", "12:30", "plaats", "Zaal 1", "toegang", "", "link", "", "trainer", "Marga", "plaatsen", "12",
				"waarom", "", "minimum", "4", "sluiting", DAY.minusDays(7).toString(), "quotum-hoogveld", "3",
				"vrijgave", DAY.minusDays(14).toString(), "reserve", "2", "doe", "bewaren" };
		for (int i = 0; i < usual.length; i += 2) {
			form.add(usual[i]);
			form.add(changes.getOrDefault(usual[i], usual[i + 1]));
		}
		form.addAll(List.of("dag", DAY.plusDays(60).toString(), "van", "13:00", "tot", "16:00"));
		return client.post(path, form.toArray(String[]::new));
	}

}
