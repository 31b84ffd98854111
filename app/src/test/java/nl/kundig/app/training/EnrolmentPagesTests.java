package nl.kundig.app.training;

import java.net.http.HttpResponse;
import java.util.List;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.training.TrainingStage.Player;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** An employee's way to a seat, and from it. */
@KundigTest
class EnrolmentPagesTests {

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private EnrolmentService enrolments;

	private TrainingStage stage;

	@BeforeEach
	void meet(@Autowired PeopleService people, @Autowired AccountService accountService,
			@Autowired SessionService sessions, @Autowired EnrolmentRulesService rules) {
		this.stage = new TrainingStage(people, accountService, sessions, rules);
	}

	@Test
	void aFreeSeatIsTakenOnceAndShownEverywhere() {
		SessionId session = this.stage.session(3);
		Player anna = this.stage.villager("Anna Dorpsma");
		PageClient client = client(anna);
		assertThat(body(client, "/trainingen/" + session)).contains("Er zijn 3 plaatsen vrij.",
				"09.30\u2060–\u206013.00\u00a0uur", "De lift is naast de ingang.", "0 van de 3 plaatsen bezet");
		HttpResponse<String> applied = client.post("/trainingen/" + session + "/aanvragen", "wishes", "Vegetarisch");
		assertThat(client.follow(applied).body()).contains("U hebt een plaats.", "geplaatst", "Ja, meld mij af");
		client.post("/trainingen/" + session + "/aanvragen");
		assertThat(own(anna)).hasSize(1);
		assertThat(own(anna).getFirst().wishes()).isEqualTo("Vegetarisch");
		assertThat(body(client, "/inschrijvingen")).contains("/trainingen/" + session, "geplaatst",
				"Stuur een collega");
		assertThat(body(client, "/")).contains("Uw volgende training");
		assertThat(body(client, "/trainingen")).contains("geplaatst");
	}

	@Test
	void aSessionAtTheSameTimeIsWarnedOfBeforeAndAfter() {
		SessionId first = this.stage.session(3);
		SessionId second = this.stage.session(3);
		PageClient client = client(this.stage.villager("Anna Dorpsma"));
		apply(client, first);
		assertThat(body(client, "/trainingen/" + second)).contains("op hetzelfde moment hebt u al", first.value());
		HttpResponse<String> applied = client.post("/trainingen/" + second + "/aanvragen");
		assertThat(client.follow(applied).body()).contains("op hetzelfde moment nog een andere training");
	}

	@Test
	void aManagerIsChosenWhereOneMustAgree() {
		SessionId session = this.stage.session(3);
		Player manager = this.stage.player("Mo Manager", this.stage.town().id(), LearnerRole.MANAGER);
		Player other = this.stage.player("Olga Elders", this.stage.village().id(), LearnerRole.MANAGER);
		Player tom = this.stage.townsman("Tom Stadsma");
		PageClient client = client(tom);
		assertThat(body(client, "/trainingen/" + session)).contains("Mo Manager").doesNotContain("Olga Elders");
		for (String wrong : List.of("", "onzin", other.learner().value(), tom.learner().value())) {
			HttpResponse<String> refused = client.post("/trainingen/" + session + "/aanvragen", "manager", wrong,
					"wishes", "Bij het raam");
			assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
			assertThat(refused.body()).as(wrong).contains("id=\"manager-fout\"", "href=\"#manager\"", "Bij het raam");
			assertThat(own(tom)).isEmpty();
		}
		HttpResponse<String> asked = client.post("/trainingen/" + session + "/aanvragen", "manager",
				manager.learner().value());
		assertThat(client.follow(asked).body())
			.contains("Uw aanvraag is bewaard.", "wacht op uw leidinggevende", "Uw leidinggevende krijgt geen mail")
			.doesNotContain("heeft een mail gekregen");
		assertThat(body(client, "/inschrijvingen")).contains("Uw leidinggevende krijgt geen mail");
		assertThat(own(tom)).extracting(Enrolment::state).containsExactly(EnrolmentState.REQUESTED);
	}

	@Test
	void onlyManagersWhomAMailReachesCanBeChosenWhenThereAreAny() {
		SessionId session = this.stage.session(3);
		this.stage.player("Sil Stil", this.stage.town().id(), LearnerRole.MANAGER);
		PageClient client = client(this.stage.townsman("Tom Stadsma"));
		assertThat(body(client, "/trainingen/" + session)).contains("Sil Stil",
				"Van geen van deze leidinggevenden is een werkadres bekend");
		Player mia = this.stage.reached("Mia Mail", this.stage.town().id(), LearnerRole.MANAGER);
		assertThat(body(client, "/trainingen/" + session)).contains("Mia Mail", "krijgt een mail om akkoord te geven")
			.doesNotContain("Sil Stil");
		HttpResponse<String> asked = client.post("/trainingen/" + session + "/aanvragen", "manager",
				mia.learner().value());
		assertThat(client.follow(asked).body()).contains("Uw leidinggevende krijgt een mail.",
				"heeft een mail gekregen");
	}

	@Test
	void whoHasNoRoleAnyMoreStillSeesAndLeavesTheSession() {
		SessionId session = this.stage.session(3);
		Player anna = this.stage.villager("Anna Dorpsma");
		PageClient client = client(anna);
		apply(client, session);
		this.stage.leave(anna);
		assertThat(own(anna)).extracting(Enrolment::state).containsExactly(EnrolmentState.CANCELLED);
		assertThat(body(client, "/trainingen/" + session)).contains("werkt niet meer bij de gemeente");
		// Withdrawing what is cancelled already changes nothing, and is no error.
		assertThat(client.post("/trainingen/" + session + "/afmelden").statusCode()).isEqualTo(302);
		assertThat(client.post("/trainingen/" + session + "/aanvragen").statusCode()).isEqualTo(404);
	}

	@Test
	void withoutAnyManagerThereIsNoForm() {
		PageClient client = client(this.stage.townsman("Tom Stadsma"));
		assertThat(body(client, "/trainingen/" + this.stage.session(3))).contains("er staat geen leidinggevende")
			.doesNotContain("name=\"wishes\"");
	}

	@Test
	void whoLacksWhatIsAskedFirstSaysWhyItIsRight() {
		SessionId session = this.stage.session(new TrainingId("ror-verdieping"),
				Owner.of(this.stage.village().region()), TrainingStage.DAY, 3);
		Player anna = this.stage.villager("Anna Dorpsma");
		PageClient client = client(anna);
		assertThat(body(client, "/trainingen/" + session)).contains("Het is goed om eerst te volgen:");
		HttpResponse<String> refused = client.post("/trainingen/" + session + "/aanvragen");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"prerequisites-fout\"", "Zeg kort waarom");
		HttpResponse<String> long301 = client.post("/trainingen/" + session + "/aanvragen", "prerequisites",
				"Veel ervaring.", "wishes", "x".repeat(301));
		assertThat(long301.statusCode()).isEqualTo(422);
		assertThat(long301.body()).contains("id=\"wishes-fout\"");
		assertThat(own(anna)).isEmpty();
		client.post("/trainingen/" + session + "/aanvragen", "prerequisites", "Veel ervaring.");
		assertThat(own(anna).getFirst().prerequisitesNote()).isEqualTo("Veel ervaring.");
	}

	@Test
	void whoWithdrawsFreesTheSeatForTheNextWhoAcceptsIt() {
		SessionId session = this.stage.session(1);
		Player anna = this.stage.villager("Anna Dorpsma");
		Player bea = this.stage.villager("Bea Dorpsma");
		PageClient first = client(anna);
		PageClient second = client(bea);
		apply(first, session);
		assertThat(body(second, "/trainingen/" + session)).contains("U komt op de wachtlijst.");
		apply(second, session);
		assertThat(body(second, "/trainingen/" + session + "/waarom")).contains(
				"U bent nummer 1 van de 1 op de wachtlijst.", "20 van de 100 punten", "De eerste keer.",
				"Vandaag aangevraagd.");
		assertThat(first.follow(first.post("/trainingen/" + session + "/afmelden")).body())
			.contains("U bent afgemeld.");
		assertThat(body(second, "/")).contains("Er is een plaats voor u vrij:");
		assertThat(body(second, "/inschrijvingen")).contains("Er is een plaats voor u vrij", "Ja, ik kom",
				"Zo lang houden wij de plaats voor u vrij.");
		String offer = "/inschrijvingen/" + session + "/" + own(bea).getFirst().id();
		assertThat(second.follow(second.post(offer + "/aannemen")).body()).contains("U hebt een plaats.");
		assertThat(own(bea)).extracting(Enrolment::state).containsExactly(EnrolmentState.PLACED);
		assertThat(body(second, "/trainingen/" + session + "/waarom"))
			.contains("Toen de plaats vrijkwam, was dit nummer 1 van de 1 die wachtten.");
		HttpResponse<String> late = second.post(offer + "/afslaan");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("role=\"alert\"");
		assertThat(own(bea)).extracting(Enrolment::state).containsExactly(EnrolmentState.PLACED);
	}

	@Test
	void whoDeclinesStaysOnTheListOnlyWhenAsked() {
		for (boolean stays : List.of(true, false)) {
			SessionId session = this.stage.session(1);
			Player anna = this.stage.villager("Anna Dorpsma");
			Player bea = this.stage.villager("Bea Dorpsma");
			PageClient first = client(anna);
			PageClient second = client(bea);
			apply(first, session);
			apply(second, session);
			first.post("/trainingen/" + session + "/afmelden");
			body(second, "/inschrijvingen");
			String offer = "/inschrijvingen/" + session + "/" + own(bea).getFirst().id() + "/afslaan";
			HttpResponse<String> declined = stays ? second.post(offer, "blijf", "ja") : second.post(offer);
			assertThat(declined.statusCode()).isEqualTo(302);
			assertThat(own(bea)).extracting(Enrolment::state)
				.containsExactly(stays ? EnrolmentState.WAITING : EnrolmentState.CANCELLED);
		}
	}

	@Test
	void anotherPersonsEnrolmentIsNotThere() {
		SessionId session = this.stage.session(1);
		Player anna = this.stage.villager("Anna Dorpsma");
		apply(client(anna), session);
		PageClient stranger = client(this.stage.villager("Bea Dorpsma"));
		body(stranger, "/inschrijvingen");
		String path = "/inschrijvingen/" + session + "/" + own(anna).getFirst().id();
		for (String action : List.of("/aannemen", "/afslaan", "/collega")) {
			assertThat(stranger.post(path + action, "collega", anna.learner().value()).statusCode()).as(action)
				.isEqualTo(404);
		}
		assertThat(stranger.get(path + "/collega").statusCode()).isEqualTo(404);
		assertThat(stranger.post("/trainingen/" + session + "/afmelden").statusCode()).isEqualTo(404);
		assertThat(own(anna)).extracting(Enrolment::state).containsExactly(EnrolmentState.PLACED);
	}

	@Test
	void whoWorksForAPartnerFindsAndSendsOnlyPeopleOfThatPartner() {
		SessionId session = this.stage.session(1);
		PartnerId school = new PartnerId("school");
		Player pia = this.stage.partner("Pia Partner", school);
		Player piet = this.stage.partner("Piet Zoekbaar", school);
		this.stage.partner("Wil Zoekbaar", new PartnerId("woningbouw"));
		Player bea = this.stage.villager("Bea van der Zoekbaar");
		PageClient client = client(pia);
		apply(client, session);
		String page = "/inschrijvingen/" + session + "/" + own(pia).getFirst().id() + "/collega";
		assertThat(body(client, page + "?naam=zoekbaar")).contains("Piet Zoekbaar")
			.doesNotContain("Bea van der Zoekbaar", "Wil Zoekbaar");
		assertThat(client.post(page, "collega", bea.learner().value()).statusCode()).isEqualTo(422);
		assertThat(own(bea)).isEmpty();
		client.post(page, "collega", piet.learner().value());
		assertThat(own(piet)).extracting(Enrolment::state).containsExactly(EnrolmentState.PLACED);
	}

	@Test
	void aColleagueGetsTheSeatInOneStep() {
		SessionId session = this.stage.session(1);
		Player anna = this.stage.villager("Anna Dorpsma");
		Player bea = this.stage.villager("Bea van der Zoekbaar");
		Player tom = this.stage.townsman("Tom Zoekbaar");
		PageClient client = client(anna);
		apply(client, session);
		String page = "/inschrijvingen/" + session + "/" + own(anna).getFirst().id() + "/collega";
		assertThat(body(client, page)).contains("Niemand van uw gemeente wacht op een plaats.",
				">Basistraining radicalisering en extremisme</p>");
		assertThat(body(client, page + "?naam=zoekbaar")).contains("Bea van der Zoekbaar")
			.doesNotContain("Tom Zoekbaar", "baliemedewerker");
		assertThat(body(client, page + "?naam=Anna")).contains("Niemand gevonden met Anna");
		for (String wrong : List.of("", "onzin", tom.learner().value(), anna.learner().value())) {
			HttpResponse<String> refused = client.post(page, "naam", "zoekbaar", "collega", wrong);
			assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
			assertThat(refused.body()).as(wrong).contains("U hebt uw plaats nog", "id=\"collega-fout\"");
		}
		assertThat(own(anna)).extracting(Enrolment::state).containsExactly(EnrolmentState.PLACED);
		HttpResponse<String> sent = client.post(page, "naam", "zoekbaar", "collega", bea.learner().value());
		assertThat(client.follow(sent).body()).contains("Uw collega heeft uw plaats.");
		assertThat(own(anna)).extracting(Enrolment::state).containsExactly(EnrolmentState.CANCELLED);
		assertThat(own(bea)).extracting(Enrolment::state).containsExactly(EnrolmentState.PLACED);
		assertThat(client.get(page).headers().firstValue("Location").orElseThrow()).endsWith("/inschrijvingen");
	}

	@Test
	void theCoordinatorReadsWhyForTheOwnPeopleByName() {
		SessionId session = this.stage.session(1);
		Player anna = this.stage.villager("Anna Dorpsma");
		Player coordinator = this.stage.player("Coen Coördinator", this.stage.village().id(), LearnerRole.FOCAL_OFFICER,
				AccountRole.COORDINATOR);
		Player elsewhere = this.stage.player("Elly Elders", this.stage.town().id(), LearnerRole.FOCAL_OFFICER,
				AccountRole.COORDINATOR);
		apply(client(anna), session);
		assertThat(body(client(coordinator), "/trainingen/" + session + "/waarom")).contains("Anna Dorpsma",
				"er was een plaats vrij en niemand wachtte erop");
		assertThat(body(client(elsewhere), "/trainingen/" + session + "/waarom"))
			.contains("Iemand van een andere gemeente")
			.doesNotContain("Anna Dorpsma");
		assertThat(body(client(this.stage.villager("Bea Dorpsma")), "/trainingen/" + session + "/waarom"))
			.contains("U hebt zich voor deze training niet aangemeld.")
			.doesNotContain("Anna Dorpsma");
	}

	@Test
	void theCalendarAddressIsMadeAndRenewed() {
		PageClient client = client(this.stage.villager("Anna Dorpsma"));
		assertThat(body(client, "/inschrijvingen")).contains("Maak een adres").doesNotContain("/agenda/");
		String made = client.follow(client.post("/inschrijvingen/agenda")).body();
		assertThat(made).containsPattern("/agenda/[0-9a-f]{40}\\.ics").contains("Maak een nieuw adres");
		String renewed = client.follow(client.post("/inschrijvingen/agenda")).body();
		assertThat(renewed).contains("Het oude werkt niet meer.");
		assertThat(secret(renewed)).isNotEqualTo(secret(made));
	}

	private static String secret(String page) {
		int at = page.indexOf("/agenda/") + "/agenda/".length();
		return page.substring(at, at + 40);
	}

	private void apply(PageClient client, SessionId session) {
		body(client, "/trainingen/" + session);
		HttpResponse<String> applied = client.post("/trainingen/" + session + "/aanvragen");
		assertThat(client.follow(applied).statusCode()).isEqualTo(200);
	}

	private List<Enrolment> own(Player player) {
		return this.enrolments.enrolmentsOf(player.learner()).stream().map(OwnEnrolment::enrolment).toList();
	}

	private static String body(PageClient client, String path) {
		HttpResponse<String> answer = client.get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

	private PageClient client(Player player) {
		return new PageClient(this.port, this.accounts).signIn(player.username(), player.password());
	}

}
