package nl.kundig.app.training;

import java.net.http.HttpResponse;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.training.TrainingStage.Player;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.InterestService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingInterest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue as an employee sees it. */
@KundigTest
class TrainingPagesTests {

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private InterestService interests;

	private TrainingStage stage;

	private PageClient client;

	private Player anna;

	@BeforeEach
	void meet(@Autowired PeopleService people, @Autowired AccountService accountService,
			@Autowired SessionService sessions, @Autowired EnrolmentRulesService rules) {
		this.stage = new TrainingStage(people, accountService, sessions, rules);
		this.anna = this.stage.villager("Anna Dorpsma");
		this.client = client(this.anna);
	}

	@Test
	void theListShowsWhatHasADateAndWhatHasNone() {
		SessionId session = this.stage.session(12);
		assertThat(body("/trainingen"))
			.contains("1 training met een datum", "/trainingen/" + session, "Nog 12 van de 12 plaatsen vrij",
					"/trainingen/catalogus/ror-verdieping")
			.doesNotContain("/trainingen/catalogus/ror-basis\"");
		assertThat(body("/trainingen?weergave=maand")).contains("/trainingen/" + session);
	}

	@Test
	void filtersNarrowTheListAndWhatIsNoneIsIgnored() {
		SessionId session = this.stage.session(1);
		String link = "href=\"/trainingen/" + session + "\"";
		for (String query : new String[] { "", "?niveau=2", "?vorm=classroom", "?aanbieder=ror", "?niveau=abc",
				"?niveau=9", "?vorm=onzin", "?vrij=ja", "?plaats=" }) {
			assertThat(body("/trainingen" + query)).as(query).contains(link);
		}
		for (String query : new String[] { "?niveau=3", "?vorm=online", "?aanbieder=bestaat-niet", "?plaats=online",
				"?plaats=Elders" }) {
			assertThat(body("/trainingen" + query)).as(query)
				.doesNotContain(link)
				.contains("Geen training met een datum past bij uw keuze.", "Alles tonen");
		}
		this.client.get("/trainingen/" + session);
		this.client.post("/trainingen/" + session + "/aanvragen");
		assertThat(body("/trainingen?vrij=ja")).doesNotContain(link);
	}

	@Test
	void aSessionOfAnotherMunicipalityIsNotThere() {
		SessionId session = this.stage.session(TrainingStage.BASIS, Owner.of(this.stage.town()), TrainingStage.DAY, 5);
		assertThat(body("/trainingen")).doesNotContain(session.value());
		for (String path : new String[] { "", "/waarom" }) {
			assertThat(this.client.get("/trainingen/" + session + path).statusCode()).isEqualTo(404);
		}
		assertThat(this.client.post("/trainingen/" + session + "/aanvragen").statusCode()).isEqualTo(404);
		assertThat(this.client.post("/trainingen/" + session + "/afmelden").statusCode()).isEqualTo(404);
	}

	@Test
	void theTrainingTellsWhatIsKnownOfItAndWhereItCounts() {
		SessionId session = this.stage.session(12);
		assertThat(body("/trainingen/catalogus/ror-basis")).contains("Professionals met weinig of geen kennis", "1 dag",
				"niveau 2, signaleren", "Nederlands", "De aanbieder geeft deze training op verzoek.",
				"Controleer de gegevens bij de aanbieder.", "Platform JEP", "1 datum gepland", session.value());
		Player policy = this.stage.player("Bas Beleid", this.stage.village().id(), LearnerRole.POLICY_OFFICER);
		assertThat(client(policy).get("/trainingen/catalogus/ror-verdieping").body())
			.contains("href=\"/leerlijn/waarom/verdieping-beleid\"", "Nog te doen");
		assertThat(body("/trainingen/catalogus/ror-verdieping")).contains("/trainingen/catalogus/ror-basis",
				"Geen datum gepland");
	}

	@Test
	void interestIsShownOnceAndWithdrawn() {
		String page = "/trainingen/catalogus/ror-verdieping";
		assertThat(body(page)).contains("Ik heb belangstelling");
		this.client.post(page + "/belangstelling");
		HttpResponse<String> again = this.client.post(page + "/belangstelling");
		assertThat(this.client.follow(again).body()).contains("Uw belangstelling is bewaard.",
				"Ik heb geen belangstelling meer");
		assertThat(this.interests.of(this.anna.learner())).extracting(TrainingInterest::training)
			.containsExactly(new TrainingId("ror-verdieping"));
		assertThat(body("/inschrijvingen")).contains("href=\"" + page + "\"");
		this.client.get(page);
		assertThat(this.client.follow(this.client.post(page + "/belangstelling/intrekken")).body())
			.contains("U hebt geen belangstelling meer.");
		assertThat(this.interests.of(this.anna.learner())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/belangstelling", "/belangstelling/intrekken" })
	void aTrainingThatIsNoneIsNotThere(String action) {
		body("/trainingen");
		String path = "/trainingen/catalogus/bestaat-niet" + action;
		assertThat((action.isEmpty() ? this.client.get(path) : this.client.post(path)).statusCode()).isEqualTo(404);
		assertThat(this.interests.of(this.anna.learner())).isEmpty();
	}

	@Test
	void theOrderIsPublishedInBothLanguages() {
		assertThat(body("/trainingen/volgorde")).contains("Wie krijgt een plaats?", ">40<", ">30<", ">20<", ">10<",
				"3 werkdagen");
		assertThat(body("/trainingen/volgorde?taal=en")).contains("3 working days");
	}

	private String body(String path) {
		HttpResponse<String> answer = this.client.get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

	private PageClient client(Player player) {
		return new PageClient(this.port, this.accounts).signIn(player.username(), player.password());
	}

}
