package nl.kundig.app;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.kundig.app.Newcomers.Newcomer;
import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.DueFrom;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Fact;
import nl.kundig.courses.duty.Finding;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.RuleId;
import nl.kundig.courses.duty.Who;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.Unit;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;

/** The waarom-kaart, for the one it is about and for the coordinator who decides. */
@KundigTest
class WhyTests {

	private static final MunicipalityId WATERKERK = new MunicipalityId("waterkerk");

	private static final CurriculumId DESK = new CurriculumId("signaleren-balie");

	private static final List<String> MODULES = List.of("m1", "m3", "m5", "m6");

	private static final LocalDate TODAY = LocalDate.now(PeopleService.ZONE);

	private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

	/** Signing in is slow on purpose, so all stories have one coordinator. */
	private static PageClient coordinator;

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private PeopleService people;

	@Autowired
	private DutyService duties;

	private Newcomers newcomers;

	@BeforeEach
	void meet(@Autowired AccountService accountService, @Autowired CurriculumService curricula,
			@Autowired CertificateService certificates, @Autowired ApplicationEventPublisher events) {
		this.newcomers = new Newcomers(this.people, accountService, curricula, certificates, events);
		if (coordinator == null) {
			coordinator = client(this.newcomers.deskEmployee(AccountRole.COORDINATOR));
		}
	}

	@Test
	void twoReasonsAreBothExplainedAndTheEarlierDateCounts() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		LocalDate taken = TODAY.minusDays(10);
		takePolicy(newcomer.learner(), unitWithRule(taken), taken, null);
		String card = body(client(newcomer).get("/leerlijn/waarom/signaleren-balie"));
		assertThat(card).contains("Er zijn 2 redenen",
				"De 2 redenen noemen verschillende dagen. De vroegste telt: 1 april 2026.",
				"Reden 1: baliemedewerker bij Waterkerk",
				"Wie de functie baliemedewerker heeft, volgt de leerlijn Signaleren – balie binnen 3 maanden na de eerste"
						+ " dag in de functie.",
				"De functie begon op 1 januari 2026.",
				"De regel geeft daarna 3 maanden. Dat is tot en met 1 april 2026.",
				"Reden 2: beleidsmedewerker radicalisering bij Balie Noord, Waterkerk",
				"Beleid aan de balie kent de signalen.", "Mirjam Postma", dutch(taken.plusYears(1)),
				"Te laat. Alles moest uiterlijk op 1 april 2026 klaar zijn.",
				"Pas als alle redenen stoppen, hoeft deze leerlijn niet meer.");
		assertThat(card.indexOf("Reden 1:")).isLessThan(card.indexOf("Reden 2:"));
	}

	@Test
	void aLearnerGoesFromLessonToReasonToWhatIsNext() {
		PageClient client = client(this.newcomers.deskEmployee());
		assertThat(body(client.get("/leerlijn"))).contains("href=\"/leerlijn/waarom/signaleren-balie\"",
				"href=\"/leerlijn/waarom-niet/signaleren-boa\"");
		assertThat(body(client.get("/"))).contains("href=\"/leerlijn/waarom/signaleren-balie\"");
		assertThat(body(client.get("/leerlijn/waarom/signaleren-balie"))).contains("Nu te doen:",
				"href=\"/modules/m1\"",
				"Gerekend vanaf het einde van het vorige certificaat: een certificaat geldt 2 jaar.",
				"Wat eerder is gedaan dan dat, na het vorige certificaat, telt ook mee.",
				"Als de functie stopt, of als de regel wordt ingetrokken");
	}

	@Test
	void anExemptionShowsWhoDecidedAndWhatEndsIt() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		LocalDate until = TODAY.plusMonths(6);
		HttpResponse<String> answer = decide(newcomer, "vrijstelling", "about", "module:m3", "effectiveOn",
				TODAY.toString(), "until", until.toString(), "reason", "Werkte bij de politie.", "evidence",
				"Diploma politieacademie");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(body(coordinator.follow(answer))).contains("De vrijstelling is vastgelegd.");
		assertThat(body(client(newcomer).get("/leerlijn/waarom/signaleren-balie")))
			.contains("Vrijstelling: ", "Werkte bij de politie.", "Diploma politieacademie",
					"Geldt vanaf " + dutch(TODAY) + ". Vastgelegd op " + dutch(TODAY) + " door Nieuwe Proefpersoon.",
					"Na " + dutch(until), "<strong>Vrijgesteld</strong>")
			.doesNotContain("Intrekken");
	}

	@Test
	void whoIsExemptOfAllHasNothingToDo() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		decide(newcomer, "vrijstelling", "about", "certificate:signaleren-balie", "effectiveOn", TODAY.toString(),
				"until", "", "reason", "Erkend elders.", "evidence", "Certificaat van een andere gemeente");
		assertThat(standing(newcomer).state()).isEqualTo(DutyStanding.State.EXEMPT);
		assertThat(body(coordinator.get(card(newcomer)))).contains("Vrijgesteld: hiervoor hoeft nu niets te gebeuren.",
				"Als iemand het besluit intrekt");
	}

	@Test
	void anExtensionMovesTheDateAndSaysWhy() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		LocalDate through = TODAY.plusMonths(2);
		assertThat(decide(newcomer, "uitstel", "effectiveOn", TODAY.toString(), "until", through.toString(), "reason",
				"Langdurig ziek.")
			.statusCode()).isEqualTo(302);
		assertThat(standing(newcomer).dueOn()).isEqualTo(through);
		assertThat(body(client(newcomer).get("/leerlijn/waarom/signaleren-balie"))).contains(
				"Door uitstel is de uiterste dag nu " + dutch(through),
				"Er is uitstel gegeven tot en met " + dutch(through) + ".", "Langdurig ziek.");
	}

	@Test
	void whatIsRevokedStaysVisible() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		pass(newcomer, "m1", TODAY.minusDays(3));
		Fact fact = facts(newcomer).getFirst();
		String form = card(newcomer) + "/intrekken?fact=" + PageClient.encode(fact.id());
		assertThat(body(coordinator.get(card(newcomer)))).contains("/intrekken?fact=");
		assertThat(body(coordinator.get(form))).contains("Toets gehaald op " + dutch(TODAY.minusDays(3)));
		assertThat(decide(newcomer, "intrekken", "fact", fact.id(), "effectiveOn", TODAY.toString(), "reason",
				"Gemaakt door een collega.")
			.statusCode()).isEqualTo(302);
		assertThat(standing(newcomer).state()).isEqualTo(DutyStanding.State.OVERDUE);
		assertThat(body(client(newcomer).get("/leerlijn/waarom/signaleren-balie"))).contains(": gehaald",
				"Telt niet meer mee vanaf " + dutch(TODAY), "Gemaakt door een collega.");
	}

	@Test
	void aDecisionSentTwiceIsOneDecision() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		String[] form = { "token", UUID.randomUUID().toString(), "about", "module:m3", "effectiveOn", TODAY.toString(),
				"until", "", "reason", "Past niet bij dit werk." };
		coordinator.get(card(newcomer));
		coordinator.post(card(newcomer) + "/niet-van-toepassing", form);
		coordinator.post(card(newcomer) + "/niet-van-toepassing", form);
		assertThat(facts(newcomer)).hasSize(1);
	}

	@Test
	void aCardOfADayInTheFutureShowsTheLapse() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		MODULES.forEach((module) -> pass(newcomer, module, TODAY.minusDays(20)));
		LocalDate lastDay = TODAY.minusDays(20).plusMonths(24).minusDays(1);
		PageClient client = client(newcomer);
		assertThat(body(client.get("/leerlijn/waarom/signaleren-balie"))).contains(
				"Alles is klaar. Het certificaat is geldig tot en met " + dutch(lastDay) + ".",
				"Alles was klaar op " + dutch(TODAY.minusDays(20)) + ".", "Een certificaat geldt 2 jaar.");
		LocalDate after = lastDay.plusDays(1);
		assertThat(body(client.get("/leerlijn/waarom/signaleren-balie?op=" + after))).contains(
				"U ziet hoe het staat op " + dutch(after) + ", als er tot dan niets gebeurt.",
				"Het certificaat is verlopen. Het was geldig tot en met " + dutch(lastDay));
		assertThat(body(client.get("/leerlijn/waarom/signaleren-balie?op=2026-01-15"))).contains("15 januari 2026");
	}

	@Test
	void anEarlyRenewalFollowsTheCertificateBefore() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		LocalDate first = TODAY.minusMonths(23);
		MODULES.forEach((module) -> pass(newcomer, module, first));
		MODULES.forEach((module) -> pass(newcomer, module, TODAY));
		LocalDate lastDay = first.plusMonths(24).minusDays(1);
		String card = body(client(newcomer).get("/leerlijn/waarom/signaleren-balie?op=" + TODAY.plusDays(1)));
		assertThat(card).contains("Certificaat 1 (het eerste)", "Certificaat 2 (op tijd vernieuwd)",
				dutch(first) + " tot en met " + dutch(lastDay),
				"Het sluit aan op het vorige certificaat en begint op " + dutch(lastDay.plusDays(1)),
				dutch(lastDay.plusDays(1)) + " tot en met " + dutch(first.plusMonths(48).minusDays(1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "morgen", "31-02-2027", "1999-12-31", "9999-12-31", "2027-02-30", "<script>" })
	void aDayThatIsNoneIsToldWhereItIsAsked(String day) {
		Newcomer newcomer = this.newcomers.deskEmployee();
		HttpResponse<String> answer = coordinator.get(card(newcomer) + "?op=" + PageClient.encode(day));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("id=\"op-fout\"", "Dit is geen dag die Kundig kan tonen.", "Te laat.")
			.doesNotContain("<script>", "Exception");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			vrijstelling, effectiveOn, 1999-12-31, Kies een dag vanaf 1 januari 2000
			vrijstelling, effectiveOn, 2030-01-01, Kies een dag vanaf 1 januari 2000
			vrijstelling, effectiveOn, gisteren, 'Vul een dag in, bijvoorbeeld 3-3-2027.'
			vrijstelling, effectiveOn, '', Vul dit in.
			vrijstelling, until, 2001-01-01, De laatste dag ligt voor de eerste.
			vrijstelling, reason, '', Vul dit in.
			vrijstelling, evidence, ' ', Vul in welk bewijs u hebt gezien.
			vrijstelling, about, module:m99, Maak een keuze uit de lijst.
			niet-van-toepassing, reason, ' ', Vul dit in.
			niet-van-toepassing, until, 2027-13-01, 'Vul een dag in, bijvoorbeeld 3-3-2027.'
			uitstel, until, '', 'Vul een dag in, bijvoorbeeld 3-3-2027.'
			uitstel, until, 2026-02-01, Dit is geen uitstel
			uitstel, until, 2426-01-01, Kies een dag na de dag waarop het uitstel begint
			""")
	void aWrongDecisionIsToldAtTheFieldAndChangesNothing(String kind, String field, String value, String message) {
		Newcomer newcomer = this.newcomers.deskEmployee();
		var before = this.duties.history(newcomer.learner());
		DutyStanding standing = standing(newcomer);
		HttpResponse<String> answer = decide(newcomer, kind,
				with(field, value, "about", "module:m3", "effectiveOn", TODAY.toString(), "until",
						TODAY.plusYears(1).toString(), "reason", "Een reden.", "evidence", "Een bewijs."));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Niet alles is goed ingevuld. Er is niets vastgelegd.",
				"href=\"#" + field + "\"", "id=\"" + field + "-fout\"", message);
		if (!"reason".equals(field)) {
			assertThat(answer.body()).contains("Een reden.");
		}
		assertThat(this.duties.history(newcomer.learner())).isEqualTo(before);
		assertThat(standing(newcomer)).isEqualTo(standing);
	}

	@Test
	void aFactOfSomebodyElseCannotBeRevoked() {
		Newcomer other = this.newcomers.deskEmployee();
		pass(other, "m1", TODAY);
		Newcomer newcomer = this.newcomers.deskEmployee();
		assertThat(decide(newcomer, "intrekken", "fact", facts(other).getFirst().id(), "effectiveOn", TODAY.toString(),
				"reason", "Nee.")
			.statusCode()).isEqualTo(404);
		assertThat(facts(other)).hasSize(1);
	}

	@Test
	void aRoleBringsItsCurriculumAtOnceAndItsEndTakesItAway() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		String page = "/beheer/deelnemers/" + newcomer.learner();
		coordinator.get(page + "/functies/nieuw");
		HttpResponse<String> taken = coordinator.post(page + "/functies/nieuw", "role", "enforcement-officer", "from",
				"2026-02-01", "until", "", "unit", "", "partner", "");
		assertThat(taken.statusCode()).isEqualTo(302);
		assertThat(body(coordinator.follow(taken))).contains("De functie is vastgelegd.", "Signaleren – BOA",
				"Vanaf 1 februari 2026", "door Nieuwe Proefpersoon");
		leave(page, TODAY);
		assertThat(body(coordinator.get(page + "/waarom/signaleren-boa?op=" + TODAY.plusDays(1)))).contains(
				"Niet meer nodig", "Geen enkele reden vraagt dit nog.",
				"Deze reden geldt niet meer. De laatste dag was " + dutch(TODAY));
		leave(page, TODAY.minusDays(1));
		assertThat(body(coordinator.get(page + "/waarom-niet/signaleren-boa")))
			.contains("Paste eerder wel, maar die functie is gestopt.");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			role, '', Maak een keuze.
			role, BURGEMEESTER, Maak een keuze.
			role, desk-employee, Deze functie is er al
			from, 1999-12-31, Kies een dag vanaf 1 januari 2000
			from, 2030-01-01, Kies een dag vanaf 1 januari 2000
			from, straks, Vul een dag in
			until, 2025-01-01, De laatste dag ligt voor de eerste.
			until, 2426-01-01, Kies een dag binnen tien jaar.
			""")
	void aWrongRoleIsToldAtTheFieldAndChangesNothing(String field, String value, String message) {
		Newcomer newcomer = this.newcomers.deskEmployee();
		var before = this.people.learner(newcomer.learner());
		String page = "/beheer/deelnemers/" + newcomer.learner() + "/functies/nieuw";
		coordinator.get(page);
		HttpResponse<String> answer = coordinator.post(page,
				with(field, value, "role", "manager", "from", "2026-03-01", "until", ""));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("href=\"#" + field + "\"", "id=\"" + field + "-fout\"", message);
		assertThat(this.people.learner(newcomer.learner())).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "31-2-2026", "2025-12-31", "9999-01-01" })
	void aRoleDoesNotEndOnADayThatIsNone(String day) {
		Newcomer newcomer = this.newcomers.deskEmployee();
		var before = this.people.learner(newcomer.learner());
		String page = "/beheer/deelnemers/" + newcomer.learner() + "/functies/0/einde";
		coordinator.get(page);
		HttpResponse<String> answer = coordinator.post(page, "lastDay", day);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"lastDay-fout\"");
		assertThat(this.people.learner(newcomer.learner())).isEqualTo(before);
		assertThat(coordinator.get("/beheer/deelnemers/" + newcomer.learner() + "/functies/7/einde").statusCode())
			.isEqualTo(404);
	}

	@Test
	void whyNotNamesWhatFails() {
		PageClient client = client(this.newcomers.deskEmployee());
		assertThat(body(client.get("/leerlijn/waarom-niet/signaleren-boa"))).contains("Waarom heb ik dit niet?",
				"Wie de functie BOA heeft, volgt de leerlijn Signaleren – BOA", "Past niet: de functie is een andere.");
		assertThat(client.get("/leerlijn/waarom-niet/signaleren-balie").headers().firstValue("Location").orElseThrow())
			.endsWith("/leerlijn/waarom/signaleren-balie");
		assertThat(client.get("/leerlijn/waarom/signaleren-boa").headers().firstValue("Location").orElseThrow())
			.endsWith("/leerlijn/waarom-niet/signaleren-boa");
		assertThat(client.get("/leerlijn/waarom/bestaat-niet").statusCode()).isEqualTo(404);
	}

	@Test
	void aCoordinatorSeesTheOwnPeopleOnly() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		LearnerId elsewhere = this.people.register("Ellen Elders");
		this.people.takeRole(elsewhere, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("hoogveld"), null,
				LocalDate.of(2026, 1, 1));
		for (String path : List.of("", "/waarom/signaleren-balie", "/waarom-niet/signaleren-boa",
				"/waarom/signaleren-balie/uitstel", "/functies/nieuw", "/functies/0/einde")) {
			assertThat(coordinator.get("/beheer/deelnemers/" + elsewhere + path).statusCode()).as(path).isEqualTo(404);
		}
		assertThat(
				coordinator.post("/beheer/deelnemers/" + elsewhere + "/functies/0/einde", "lastDay", TODAY.toString())
					.statusCode())
			.isEqualTo(404);
		assertThat(this.people.learner(elsewhere).orElseThrow().roles().getFirst().until()).isNull();
		assertThat(body(coordinator.get("/beheer/deelnemers?naam=ellen"))).contains("Niemand gevonden met ellen");
		assertThat(coordinator.get("/beheer/deelnemers/" + newcomer.learner()).statusCode()).isEqualTo(200);
	}

	@Test
	void aDutyOfAnotherMunicipalityIsNotShown() {
		Newcomer newcomer = this.newcomers.deskEmployee();
		this.people.takeRole(newcomer.learner(), LearnerRole.ENFORCEMENT_OFFICER, new MunicipalityId("hoogveld"), null,
				LocalDate.of(2026, 1, 1));
		String page = "/beheer/deelnemers/" + newcomer.learner();
		assertThat(body(coordinator.get(page))).contains("Signaleren – balie").doesNotContain("Hoogveld");
		assertThat(coordinator.get(page + "/waarom/signaleren-boa").statusCode()).isEqualTo(302);
	}

	@Test
	void whoLeftIsSeenAsOnTheLastDay() {
		LocalDate from = TODAY.minusDays(30);
		LocalDate lastDay = TODAY.minusDays(5);
		LearnerId learner = this.people.register("Vera Vertrokken");
		takePolicy(learner, unitWithRule(from), from, lastDay);
		this.duties.record(learner,
				new Finding.Achieved(new CurriculumRequirement.PassModule(new LearningModuleId("m1"))), TODAY,
				learner.value(), "later");
		assertThat(body(coordinator.get("/beheer/deelnemers/" + learner + "/waarom/signaleren-balie")))
			.contains("De laatste dag bij uw gemeente was " + dutch(lastDay))
			.doesNotContain(": gehaald");
		assertThat(body(coordinator.get("/beheer/deelnemers?naam=Vera"))).contains("Weg sinds " + dutch(lastDay));
	}

	@Test
	void theListShowsTwentyFiveAtATimeAndFindsByName() {
		String name = "Zoekbaar-" + UUID.randomUUID();
		for (int i = 0; i < 26; i++) {
			LearnerId learner = this.people.register(name + " " + (char) ('A' + i));
			this.people.takeRole(learner, LearnerRole.MANAGER, WATERKERK, null, LocalDate.of(2026, 1, 1));
		}
		String first = body(coordinator.get("/beheer/deelnemers?naam=" + name.toUpperCase(Locale.ROOT)));
		assertThat(first)
			.contains(name + " A", name + " Y", "leidinggevende", "Bewustwording – leidinggevende", "rel=\"next\"")
			.doesNotContain(name + " Z");
		assertThat(body(coordinator.get("/beheer/deelnemers?pagina=2&naam=" + name)))
			.contains(name + " Z", "rel=\"prev\"")
			.doesNotContain(name + " A", "rel=\"next\"");
		assertThat(coordinator.get("/beheer/deelnemers?pagina=0").statusCode()).isEqualTo(400);
		assertThat(coordinator.get("/beheer/deelnemers?pagina=twee").statusCode()).isEqualTo(400);
	}

	@Test
	void aCoordinatorWithoutPeopleSeesAnEmptyList() {
		assertThat(body(coordinator.get("/beheer/deelnemers?naam=%3Cscript%3E")))
			.contains("Niemand gevonden", "Alle deelnemers")
			.doesNotContain("<script>");
	}

	// ----

	private HttpResponse<String> decide(Newcomer newcomer, String kind, String... form) {
		HttpResponse<String> page = coordinator.get(card(newcomer) + "/" + kind);
		Matcher token = TOKEN.matcher(page.body());
		String[] all = Arrays.copyOf(form, form.length + 2);
		all[form.length] = "token";
		all[form.length + 1] = token.find() ? token.group(1) : UUID.randomUUID().toString();
		return coordinator.post(card(newcomer) + "/" + kind, all);
	}

	private static void leave(String page, LocalDate lastDay) {
		HttpResponse<String> left = coordinator.post(page + "/functies/1/einde", "lastDay", lastDay.toString());
		assertThat(left.statusCode()).isEqualTo(302);
		assertThat(body(coordinator.follow(left))).contains("De laatste dag van de functie is vastgelegd.",
				dutch(lastDay));
		coordinator.get(page + "/functies/1/einde");
	}

	/** A rule of its own for one unit, so that nobody else gets it. */
	private UnitId unitWithRule(LocalDate from) {
		UnitId unit = new UnitId("balie-" + UUID.randomUUID());
		this.people.add(new Unit(unit, "Balie Noord", WATERKERK, null));
		this.duties.activate(Rule.first(new RuleId("noord|" + unit), "Beleid aan de balie kent de signalen.",
				new Who.RoleHolders(LearnerRole.POLICY_OFFICER, WATERKERK, unit), DESK, Period.ofYears(1),
				DueFrom.ROLE_TAKEN, from, "coordinator.waterkerk", Instant.now()));
		return unit;
	}

	private void takePolicy(LearnerId learner, UnitId unit, LocalDate from, @Nullable LocalDate until) {
		this.people.takeRole(learner, new RoleHeld(LearnerRole.POLICY_OFFICER, WATERKERK, null, unit, from, until,
				"by hand", "", Instant.EPOCH, List.of()));
	}

	private static String[] with(String field, String value, String... form) {
		for (int i = 0; i < form.length; i += 2) {
			if (form[i].equals(field)) {
				form[i + 1] = value;
			}
		}
		return form;
	}

	private void pass(Newcomer newcomer, String module, LocalDate day) {
		this.duties.record(newcomer.learner(),
				new Finding.Achieved(new CurriculumRequirement.PassModule(new LearningModuleId(module))), day,
				newcomer.learner().value(), UUID.randomUUID().toString());
	}

	private DutyStanding standing(Newcomer newcomer) {
		return this.duties.standing(newcomer.learner()).duty(DESK).orElseThrow();
	}

	private List<Fact> facts(Newcomer newcomer) {
		return this.duties.history(newcomer.learner()).orElseThrow().facts();
	}

	private static String card(Newcomer newcomer) {
		return "/beheer/deelnemers/" + newcomer.learner() + "/waarom/signaleren-balie";
	}

	private PageClient client(Newcomer newcomer) {
		return new PageClient(this.port, this.accounts).signIn(newcomer.username(), newcomer.password());
	}

	private static String body(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	private static String dutch(LocalDate day) {
		return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl")).format(day);
	}

}
