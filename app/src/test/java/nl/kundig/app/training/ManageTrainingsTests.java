package nl.kundig.app.training;

import java.net.http.HttpResponse;
import java.util.List;

import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.training.TrainingStage.Player;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.people.LearnerRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** What a coordinator does for people on trainings. */
@KundigTest
@Import(DeskStage.class)
class ManageTrainingsTests {

	private static final String DESK = "/beheer/trainingen";

	@LocalServerPort
	private int port;

	@Autowired
	private DeskStage desk;

	@Autowired
	private EnrolmentRulesService rules;

	private TrainingStage stage;

	private Player coby;

	private PageClient coordinator;

	@BeforeEach
	void signIn() {
		this.stage = this.desk.set();
		this.coby = this.desk.coordinator(this.stage, this.stage.village().id());
		this.coordinator = this.desk.client(this.port, this.coby);
	}

	@Test
	void theDeskShowsWhoWaitsAndWhatIsOffered() {
		SessionId session = this.stage.session(1);
		EnrolmentId anna = this.desk.apply(session, this.stage.villager("Anna Dorpsma"));
		EnrolmentId bert = this.desk.apply(session, this.stage.villager("Bert Dorpsma"));
		assertThat(body(DESK)).contains("1 persoon op een wachtlijst", "nummer 1 van 1", "Bert Dorpsma", "punten",
				"er was geen plaats vrij, of anderen wachtten al", enrolment(session, bert));
		HttpResponse<String> left = this.coordinator.post(enrolment(session, anna) + "/afmelden", "reden", "Ziek.");
		assertThat(this.coordinator.follow(left).body()).contains("Afgemeld.", "“Ziek.”");
		assertThat(this.desk.state(session, anna)).isEqualTo(EnrolmentState.CANCELLED);
		assertThat(body(DESK)).contains("1 plaats aangeboden", "Antwoord uiterlijk")
			.doesNotContain("op een wachtlijst</h2>");
	}

	@Test
	void anEmptyDeskSaysSo() {
		assertThat(body(DESK)).contains("Er wacht niemand", "Er is nu geen training gepland.", "er ligt niets");
	}

	@Test
	void somebodyIsNominatedAndTheManagerIsAsked() {
		SessionId session = this.stage.session(3);
		Player manager = this.stage.player("Mo Manager", this.stage.town().id(), LearnerRole.MANAGER);
		Player tom = this.stage.townsman("Tom Stadsma");
		PageClient town = this.desk.client(this.port, this.desk.coordinator(this.stage, this.stage.town().id()));
		String people = DESK + "/" + session + "/deelnemers";
		assertThat(town.get(people + "?naam=stads").body()).contains("Tom Stadsma", "Kiezen")
			.doesNotContain("Mo Manager</th>");
		String form = people + "/" + tom.learner();
		assertThat(town.get(form).body()).contains("Tom Stadsma voordragen", "Mo Manager", "Er zijn 3 plaatsen vrij.");
		HttpResponse<String> without = town.post(form, "how", "voordragen", "wishes", "Bij het raam");
		assertThat(without.statusCode()).isEqualTo(422);
		assertThat(without.body()).contains("id=\"manager-fout\"", "href=\"#manager\"", "Bij het raam");
		HttpResponse<String> unsaid = town.post(form, "how", "toevoegen");
		assertThat(unsaid.statusCode()).isEqualTo(422);
		assertThat(unsaid.body()).contains("id=\"reason-fout\"", "Geef een reden.");
		assertThat(town.post(form, "how", "onzin").statusCode()).isEqualTo(400);
		assertThat(this.desk.session(session).enrolments()).isEmpty();
		HttpResponse<String> asked = town.post(form, "how", "voordragen", "manager", manager.learner().value());
		assertThat(town.follow(asked).body())
			.contains("maar de leidinggevende krijgt geen mail", "Mo Manager", "wacht op de leidinggevende")
			.doesNotContain("De leidinggevende krijgt een mail.");
		assertThat(this.desk.state(session, tom)).isEqualTo(EnrolmentState.REQUESTED);
		assertThat(town.get(DESK).body()).contains("1 aanvraag wacht op een leidinggevende", "Mo Manager",
				"krijgt geen mail");
	}

	@Test
	void whereAManagerCannotBeReachedAnotherOneIsAsked() {
		SessionId session = this.stage.session(3);
		Player silent = this.stage.player("Sil Stil", this.stage.town().id(), LearnerRole.MANAGER);
		Player tom = this.stage.townsman("Tom Stadsma");
		EnrolmentId asked = this.desk.apply(session, tom, silent);
		Player reached = this.stage.reached("Mia Mail", this.stage.town().id(), LearnerRole.MANAGER);
		PageClient town = this.desk.client(this.port, this.desk.coordinator(this.stage, this.stage.town().id()));
		String page = DESK + "/" + session + "/inschrijvingen/" + asked;
		assertThat(town.get(page).body()).contains("Een andere leidinggevende vragen", "Mia Mail",
				"De gevraagde leidinggevende krijgt geen mail");
		HttpResponse<String> nobody = town.post(page + "/leidinggevende");
		assertThat(nobody.statusCode()).isEqualTo(422);
		assertThat(nobody.body()).contains("id=\"leidinggevende-fout\"");
		HttpResponse<String> wrong = town.post(page + "/leidinggevende", "leidinggevende", tom.learner().value());
		assertThat(wrong.statusCode()).isEqualTo(409);
		assertThat(this.desk.manager(session, asked)).isEqualTo(silent.learner());
		assertThat(this.coordinator.post(page + "/leidinggevende", "leidinggevende", reached.learner().value())
			.statusCode()).isEqualTo(404);
		assertThat(town.follow(town.post(page + "/leidinggevende", "leidinggevende", reached.learner().value())).body())
			.contains("De andere leidinggevende krijgt een mail", "vroeg een andere leidinggevende")
			.doesNotContain("De gevraagde leidinggevende krijgt geen mail");
		assertThat(this.desk.manager(session, asked)).isEqualTo(reached.learner());
		assertThat(town.get(DESK).body()).doesNotContain("krijgt geen mail");
	}

	@Test
	void whoLeftAfterTheListWentOutIsNamedForTheProvider() {
		SessionId session = this.stage.session(3);
		Player anna = this.stage.villager("Anna Dorpsma");
		EnrolmentId held = this.desk.apply(session, anna);
		this.desk.withdraw(session, this.desk.apply(session, this.stage.villager("Eva Eerder")));
		PageClient region = this.desk.region(this.port, this.stage);
		String page = DESK + "/" + session;
		region.get(page);
		region.post(page + "/doorgeven");
		assertThat(region.get(page).body()).doesNotContain("komt niet meer");
		this.desk.withdraw(session, held);
		String left = region.get(page).body();
		assertThat(left).contains("1 persoon stond op de lijst van de aanbieder en komt niet meer",
				"<span>Anna Dorpsma</span>, <span>Dorp</span>");
		assertThat(body(page)).doesNotContain("komt niet meer");
	}

	@Test
	void addingNeedsNoManagerAndIsNotForOneself() {
		SessionId session = this.stage.session(3);
		this.rules.change(this.stage.village().id(), true, Actor.coordinator("wil", this.stage.village().id()));
		String people = DESK + "/" + session + "/deelnemers/";
		Player anna = this.stage.villager("Anna Dorpsma");
		HttpResponse<String> own = this.coordinator.post(people + this.coby.learner(), "how", "toevoegen", "reason",
				"Zelf.");
		assertThat(own.statusCode()).isEqualTo(422);
		assertThat(own.body()).contains("U kunt uzelf niet zonder leidinggevende toevoegen.");
		HttpResponse<String> added = this.coordinator.post(people + anna.learner(), "how", "toevoegen", "reason",
				"Begint morgen.");
		assertThat(this.coordinator.follow(added).body()).contains("Deze persoon heeft een plaats.", "Begint morgen.");
		assertThat(this.desk.session(session).enrolments()).hasSize(1);
	}

	@Test
	void aColleagueTakesTheSeatInOneStep() {
		SessionId session = this.stage.session(1);
		Player anna = this.stage.villager("Anna Dorpsma");
		Player bert = this.stage.villager("Bert Dorpsma");
		Player tom = this.stage.townsman("Tom Stadsma");
		String page = enrolment(session, this.desk.apply(session, anna));
		assertThat(body(page)).contains("Een collega sturen", "Bert Dorpsma").doesNotContain("Tom Stadsma");
		HttpResponse<String> nobody = this.coordinator.post(page + "/collega", "collega", "");
		assertThat(nobody.statusCode()).isEqualTo(422);
		assertThat(nobody.body()).contains("id=\"collega-fout\"");
		HttpResponse<String> foreign = this.coordinator.post(page + "/collega", "collega", tom.learner().value());
		assertThat(foreign.statusCode()).isEqualTo(409);
		assertThat(foreign.body()).contains("Deze collega werkt bij een andere gemeente.");
		assertThat(this.desk.state(session, anna)).isEqualTo(EnrolmentState.PLACED);
		HttpResponse<String> sent = this.coordinator.post(page + "/collega", "collega", bert.learner().value());
		assertThat(this.coordinator.follow(sent).body()).contains("Deze collega heeft nu de plaats.", "Bert Dorpsma");
		assertThat(this.desk.state(session, anna)).isEqualTo(EnrolmentState.CANCELLED);
		assertThat(this.desk.state(session, bert)).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void takingSomebodyOffNeedsAReason() {
		SessionId session = this.stage.session(1);
		EnrolmentId anna = this.desk.apply(session, this.stage.villager("Anna Dorpsma"));
		for (String wrong : List.of("", "   ", "x".repeat(301))) {
			HttpResponse<String> refused = this.coordinator.post(enrolment(session, anna) + "/afmelden", "reden",
					wrong);
			assertThat(refused.statusCode()).isEqualTo(422);
			assertThat(refused.body()).contains("id=\"reden-fout\"");
		}
		assertThat(this.desk.state(session, anna)).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void theRegionHandsTheListOverAndAMunicipalityDoesNot() {
		SessionId session = this.stage.session(3);
		EnrolmentId anna = this.desk.apply(session, this.stage.villager("Anna Dorpsma"));
		String page = DESK + "/" + session;
		assertThat(body(page)).doesNotContain("De lijst is doorgegeven");
		assertThat(this.coordinator.post(page + "/doorgeven").statusCode()).isEqualTo(409);
		PageClient region = this.desk.region(this.port, this.stage);
		assertThat(region.get(page).body()).contains("1 persoon staat nog niet op de lijst");
		assertThat(region.post(page + "/bevestigen").statusCode()).isEqualTo(422);
		assertThat(region.follow(region.post(page + "/doorgeven")).body()).contains("de lijst bij de aanbieder is",
				"Wie bevestigde de aanbieder?");
		assertThat(this.desk.state(session, anna)).isEqualTo(EnrolmentState.HANDED_OVER);
		assertThat(region.follow(region.post(page + "/bevestigen", "wie", anna.value())).body())
			.contains("de aanbieder dit bevestigde");
		assertThat(this.desk.state(session, anna)).isEqualTo(EnrolmentState.CONFIRMED);
	}

	@Test
	void theListNamesOnlyThePeopleOneMayName() {
		SessionId session = this.stage.session(3);
		this.rules.change(this.stage.town().id(), false, Actor.coordinator("wil", this.stage.town().id()));
		this.desk.apply(session, this.stage.villager("Anna Dorpsma"));
		this.desk.apply(session, this.stage.townsman("Tom Stadsma"));
		String list = DESK + "/" + session + "/deelnemerslijst.";
		HttpResponse<String> own = this.coordinator.get(list + "csv");
		assertThat(own.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
		assertThat(own.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(own.body()).contains("Anna Dorpsma", "baliemedewerker", "Dorp").doesNotContain("Tom Stadsma");
		PageClient region = this.desk.region(this.port, this.stage);
		assertThat(region.get(list + "csv?sjabloon=ror").body()).contains("Naam deelnemer", "Anna Dorpsma",
				"Tom Stadsma");
		for (String format : List.of("xlsx", "ods")) {
			assertThat(region.get(list + format).body()).startsWith("PK");
		}
		assertThat(region.get(list + "pdf").statusCode()).isEqualTo(404);
		assertThat(region.get(list + "csv?sjabloon=onzin").statusCode()).isEqualTo(400);
		assertThat(body(DESK + "/" + session)).contains("Anna Dorpsma").doesNotContain("Tom Stadsma");
	}

	@Test
	void othersPeopleAndSessionsAnswerLikeNone() {
		SessionId session = this.stage.session(3);
		Player tom = this.stage.player("Tom Stadsma", this.stage.town().id(), LearnerRole.DESK_EMPLOYEE);
		this.rules.change(this.stage.town().id(), false, Actor.coordinator("wil", this.stage.town().id()));
		EnrolmentId his = this.desk.apply(session, tom);
		assertThat(this.coordinator.get(enrolment(session, his)).statusCode()).isEqualTo(404);
		assertThat(this.coordinator.post(enrolment(session, his) + "/afmelden", "reden", "x").statusCode())
			.isEqualTo(404);
		assertThat(this.coordinator.get(DESK + "/" + session + "/deelnemers/" + tom.learner()).statusCode())
			.isEqualTo(404);
		SessionId ofTown = this.stage.session(TrainingStage.BASIS, Owner.of(this.stage.town()), TrainingStage.DAY, 3);
		PageClient elsewhere = this.desk.region(this.port, this.desk.set());
		for (String path : List.of("", "/deelnemers", "/deelnemerslijst.csv", "/aanwezigheid")) {
			assertThat(this.coordinator.get(DESK + "/" + ofTown + path).statusCode()).as(path).isEqualTo(404);
			assertThat(elsewhere.get(DESK + "/" + session + path).statusCode()).as(path).isEqualTo(404);
		}
		assertThat(this.desk.state(session, his)).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void aMunicipalityDecidesWhetherAManagerMustAgree() {
		assertThat(body(DESK + "/instellingen")).contains("value=\"nee\" checked=\"checked\"");
		HttpResponse<String> changed = this.coordinator.post(DESK + "/instellingen", "akkoord", "ja");
		assertThat(this.coordinator.follow(changed).body()).contains("Het geldt vanaf nu.",
				"value=\"ja\" checked=\"checked\"");
		assertThat(this.rules.municipality(this.stage.village().id()).approvalByManager()).isTrue();
		assertThat(this.coordinator.post(DESK + "/instellingen", "akkoord", "soms").statusCode()).isEqualTo(400);
		assertThat(this.rules.municipality(this.stage.village().id()).approvalByManager()).isTrue();
	}

	private static String enrolment(SessionId session, EnrolmentId enrolment) {
		return DESK + "/" + session + "/inschrijvingen/" + enrolment;
	}

	private String body(String path) {
		HttpResponse<String> answer = this.coordinator.get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

}
