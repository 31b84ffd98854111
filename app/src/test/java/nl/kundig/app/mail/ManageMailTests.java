package nl.kundig.app.mail;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.mail.OutgoingMail.Attachment;
import nl.kundig.app.mail.OutgoingMail.Draft;
import nl.kundig.app.mail.OutgoingMail.State;
import nl.kundig.app.system.DemoStore;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KundigTest
class ManageMailTests {

	private static final String PAGE = "/beheer/post";

	private static final String HTML = "<h1>Plaats</h1><p onclick=\"x()\">Er is <b>plaats</b>. "
			+ "<a href=\"https://kundig.example/antwoord/abc\">Aannemen</a>"
			+ "<a href=\"javascript:alert(1)\">Kwaad</a></p><script>alert(1)</script><img src=\"https://spion.example\">";

	@LocalServerPort
	private int port;

	@Autowired
	private RunningDeadlines deadlines;

	@Autowired
	private DemoAccounts demo;

	@Autowired
	private AccountService accounts;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Clock clock;

	@BeforeEach
	@AfterEach
	void clear() {
		this.mongo.remove(new Query(), OutgoingMail.class);
		this.mongo.remove(new Query(), MailPause.class);
	}

	@Test
	void aCoordinatorSeesMailsToTheOwnMunicipalityAndTheRegionAllOfThem() {
		String own = write("baliemedewerker.waterkerk", "1");
		String other = write("boa.hoogveld", "2");
		String regional = write("regio", "3");
		PageClient waterkerk = signIn("coordinator.waterkerk");
		assertThat(waterkerk.get("/beheer").body()).contains("href=\"/beheer/post\"");
		assertThat(waterkerk.get(PAGE).body()).contains("Onderwerp 1", "baliemedewerker.waterkerk@", "wacht")
			.doesNotContain("Onderwerp 2", "Onderwerp 3");
		assertThat(waterkerk.get(PAGE + "/" + own).statusCode()).isEqualTo(200);
		for (String foreign : List.of(other, regional, "bestaat-niet")) {
			assertThat(waterkerk.get(PAGE + "/" + foreign).statusCode()).isEqualTo(404);
			assertThat(waterkerk.get(PAGE + "/" + foreign + "/bijlagen/1").statusCode()).isEqualTo(404);
			assertThat(waterkerk.post(PAGE + "/" + foreign + "/opnieuw").statusCode()).isEqualTo(404);
		}
		assertThat(signIn("regio").get(PAGE).body()).contains("Onderwerp 1", "Onderwerp 2", "Onderwerp 3");
	}

	@Test
	void inADemoWithoutAServerTheMailCanBeReadSafely() {
		String id = write("baliemedewerker.waterkerk", "1");
		PageClient client = signIn("coordinator.waterkerk");
		String page = client.get(PAGE + "/" + id).body();
		assertThat(page)
			.contains("<h1 lang=\"nl\">Onderwerp 1</h1>", "Beste Anja &lt;b&gt;", "Er is ",
					"href=\"https://kundig.example/antwoord/abc\"", "uitnodiging.ics")
			.doesNotContain("onclick", "javascript:", "alert(1)", "spion");
		HttpResponse<String> file = client.get(PAGE + "/" + id + "/bijlagen/1");
		assertThat(file.body()).isEqualTo("BEGIN:VCALENDAR");
		assertThat(file.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"uitnodiging.ics\"");
		assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
		for (String number : List.of("0", "2", "-1")) {
			assertThat(client.get(PAGE + "/" + id + "/bijlagen/" + number).statusCode()).isEqualTo(404);
		}
		assertThat(client.get(PAGE + "/" + id + "/bijlagen/x").statusCode()).isEqualTo(400);
	}

	@Test
	void whereMailsGoOutTheirContentIsForTheOneItIsTo(@Autowired DemoStore demoStore) {
		String id = write("baliemedewerker.waterkerk", "1");
		SmtpServer server = new SmtpServer(
				new SmtpProperties("127.0.0.1", "", "", "", "kundig@gemeente.example", "none"), Duration.ofMillis(1));
		MailDesk desk = new MailDesk(this.mongo, server, demoStore, this.clock);
		ManageMailController controller = new ManageMailController(desk, new MailSwitch(this.mongo, this.clock),
				new QuietHours("none", false), this.deadlines, this.clock);
		LoggedIn me = (LoggedIn) this.accounts.loadUserByUsername("coordinator.waterkerk");
		ExtendedModelMap model = new ExtendedModelMap();
		assertThat(controller.mail(me, id, model)).isEqualTo("mail/mail");
		assertThat(model).doesNotContainKeys("content", "html").containsEntry("readable", false);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> controller.attachment(me, id, 1));
	}

	@Test
	void aMailThatWasGivenUpIsShownAndCanBeTriedAgain() {
		String id = write("baliemedewerker.waterkerk", "1");
		this.mongo.save(stored(id).claimed(this.clock.instant()).failed(MailFailure.RECIPIENT, this.clock.instant()));
		PageClient client = signIn("coordinator.waterkerk");
		assertThat(client.get(PAGE).body()).contains("Sommige mails kwamen niet aan.", "Er wacht geen mail.");
		assertThat(client.get(PAGE + "?stand=opgegeven").body()).contains("Onderwerp 1", "dit adres bestaat niet");
		assertThat(client.get(PAGE + "/" + id).body()).contains("Opgegeven op", "Opnieuw proberen");
		HttpResponse<String> answer = client.post(PAGE + "/" + id + "/opnieuw");
		assertThat(client.follow(answer).body()).contains("Kundig probeert het zo opnieuw.")
			.doesNotContain("Opnieuw proberen</button>");
		assertThat(stored(id).state()).isEqualTo(State.WAITING);
		assertThat(stored(id).attempts()).isZero();
		OutgoingMail before = stored(id);
		assertThat(client.post(PAGE + "/" + id + "/opnieuw").statusCode()).isEqualTo(409);
		assertThat(stored(id)).usingRecursiveComparison().isEqualTo(before);
	}

	@Test
	void aMailThatWasSentIsNotSentAgain() {
		String id = write("baliemedewerker.waterkerk", "1");
		this.mongo.save(stored(id).claimed(this.clock.instant()).sent(this.clock.instant()));
		PageClient client = signIn("coordinator.waterkerk");
		assertThat(client.get(PAGE + "?stand=verzonden").body()).contains("Onderwerp 1");
		assertThat(client.get(PAGE + "/" + id).body()).contains("Verzonden op", "De inhoud is gewist.")
			.doesNotContain("Beste Anja");
		assertThat(client.post(PAGE + "/" + id + "/opnieuw").statusCode()).isEqualTo(409);
		assertThat(stored(id).state()).isEqualTo(State.SENT);
	}

	@Test
	void theRegionHoldsBackAllMailWithAReasonThatEverybodySees() {
		PageClient region = signIn("regio");
		assertThat(region.get(PAGE).body())
			.containsPattern("lopen er in uw regio (geen|\\d+ van een aangeboden plaats)");
		for (String reason : List.of("", "  ", "x".repeat(201))) {
			HttpResponse<String> refused = region.post(PAGE + "/pauze", "reden", reason);
			assertThat(refused.statusCode()).isEqualTo(422);
			assertThat(refused.body()).contains("Schrijf waarom, in ten hoogste 200 tekens.", "href=\"#reden\"");
		}
		assertThat(this.mongo.findAll(MailPause.class)).isEmpty();
		assertThat(region.follow(region.post(PAGE + "/pauze", "reden", "Verkeerde <datum>")).body()).contains(
				"Alle post is tegengehouden", "Joris van Dam", "Verkeerde &lt;datum&gt;", "Weer versturen",
				"Termijnen lopen door");
		PageClient coordinator = signIn("coordinator.waterkerk");
		assertThat(coordinator.get(PAGE).body())
			.contains("Alle post is tegengehouden", "Joris van Dam", "Verkeerde &lt;datum&gt;")
			.doesNotContain("Weer versturen");
		assertThat(coordinator.post(PAGE + "/hervatten").statusCode()).isEqualTo(404);
		assertThat(coordinator.post(PAGE + "/pauze", "reden", "ik").statusCode()).isEqualTo(404);
		assertThat(region.follow(region.post(PAGE + "/hervatten")).body())
			.contains("Voor het laatst hervat door Joris van Dam")
			.doesNotContain("Alle post is tegengehouden");
	}

	@Test
	void aPageHoldsTwentyFiveMails() {
		for (int i = 0; i < 26; i++) {
			write("baliemedewerker.waterkerk", Integer.toString(100 + i));
		}
		PageClient client = signIn("coordinator.waterkerk");
		assertThat(client.get(PAGE).body()).contains("Onderwerp 125<", "Onderwerp 101<", "pagina=2")
			.doesNotContain("Onderwerp 100<");
		assertThat(client.get(PAGE + "?pagina=2").body()).contains("Onderwerp 100<").doesNotContain("Onderwerp 101<");
		Map.of("stand=onzin", 400, "pagina=0", 400, "pagina=21", 400, "pagina=x", 400)
			.forEach((query, status) -> assertThat(client.get(PAGE + "?" + query).statusCode()).as(query)
				.isEqualTo(status));
	}

	@Test
	void thePageSpeaksEnglish() {
		write("baliemedewerker.waterkerk", "1");
		PageClient client = signIn("coordinator.waterkerk");
		client.get("/?taal=en");
		assertThat(client.get(PAGE).body()).contains("<h1>Mail</h1>", "No mail server is set", "waiting");
	}

	@Test
	void whoCoordinatesNothingDoesNotComeHere() {
		for (String username : List.of("redactie", "auditor.waterkerk", "boa.waterkerk")) {
			PageClient client = signIn(username);
			assertThat(client.get(PAGE).statusCode()).as(username).isEqualTo(403);
			assertThat(client.post(PAGE + "/pauze", "reden", "x").statusCode()).as(username).isEqualTo(403);
			assertThat(client.get("/beheer").body()).as(username).doesNotContain(PAGE);
		}
	}

	@Test
	void everyFailureHasWords() {
		PageClient client = signIn("coordinator.waterkerk");
		for (MailFailure failure : MailFailure.values()) {
			String id = write("baliemedewerker.waterkerk", failure.name());
			this.mongo.save(stored(id).givenUp(failure, this.clock.instant()));
			assertThat(client.get(PAGE + "/" + id).body()).doesNotContain("??");
		}
	}

	private String write(String username, String cycle) {
		LearnerId learner = ((LoggedIn) this.accounts.loadUserByUsername(username)).learner();
		Draft draft = new Draft(learner, "seat-offered", "s1", cycle, this.clock.instant(),
				this.accounts.email(learner).orElseThrow(), "Onderwerp " + cycle, "Beste Anja <b>, er is plaats.", HTML,
				List.of(new Attachment("uitnodiging.ics", "text/calendar; charset=UTF-8; method=REQUEST",
						"BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8))));
		assertThat(this.outbox.write(draft)).isTrue();
		return this.mongo.findAll(OutgoingMail.class)
			.stream()
			.filter((mail) -> mail.cycle().equals(cycle))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private OutgoingMail stored(String id) {
		return this.mongo.findById(id, OutgoingMail.class);
	}

	private PageClient signIn(String username) {
		return new PageClient(this.port, this.demo).signIn(username);
	}

}
