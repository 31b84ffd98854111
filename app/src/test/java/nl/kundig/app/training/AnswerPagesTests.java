package nl.kundig.app.training;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.mail.SignedLinks;
import nl.kundig.app.training.MailTown.Person;
import nl.kundig.app.training.MailTown.Place;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages behind the links in mails, which need no account. */
@KundigTest
class AnswerPagesTests {

	private static final String APPROVAL = "/antwoord/akkoord/";

	private static final String OFFER = "/antwoord/aanbod/";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private MailTown town;

	@Autowired
	private SignedLinks links;

	private PageClient client;

	private Place place;

	private Person ann;

	private Person max;

	private SessionId session;

	private Enrolment asked;

	private String token;

	@BeforeEach
	void ask() {
		this.client = new PageClient(this.port, this.accounts);
		// A page without a form has no token; this one has.
		this.client.get("/inloggen");
		this.place = this.town.place(true);
		this.ann = this.town.employee("Ann Jansen", this.place);
		this.max = this.town.manager("Max", this.place);
		this.session = this.town.session(this.place, 5);
		this.asked = this.town.apply(this.session, this.ann, this.place, this.max);
		this.token = token(Letters.APPROVAL, this.max);
	}

	@Test
	void openingTheLinkChangesNothing() {
		TrainingSession before = this.town.get(this.session);
		for (int i = 0; i < 3; i++) {
			HttpResponse<String> page = this.client.get(APPROVAL + this.token);
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).contains("Ann Jansen", "Akkoord", "Niet akkoord");
			assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
			assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		}
		assertThat(this.town.get(this.session)).isEqualTo(before);
	}

	@Test
	void theReasonOfANoIsKeptForTheEmployee() {
		this.client.get(APPROVAL + this.token);
		HttpResponse<String> done = this.client.post(APPROVAL + this.token, "besluit", "niet", "reden", "Te druk. ");
		assertThat(done.statusCode()).isEqualTo(200);
		assertThat(done.body()).contains("U gaf geen akkoord.").doesNotContain("<form class");
		Enrolment refused = this.town.now(this.session, this.ann);
		assertThat(refused.state()).isEqualTo(EnrolmentState.REFUSED);
		assertThat(refused.last().text()).isEqualTo("Te druk.");
		assertThat(this.client.post(APPROVAL + this.token, "besluit", "akkoord").statusCode()).isEqualTo(410);
		assertThat(this.town.now(this.session, this.ann).state()).isEqualTo(EnrolmentState.REFUSED);
	}

	@Test
	void aReasonThatIsTooLongIsSaidAtTheField() {
		TrainingSession before = this.town.get(this.session);
		this.client.get(APPROVAL + this.token);
		HttpResponse<String> answer = this.client.post(APPROVAL + this.token, "besluit", "niet", "reden",
				"x".repeat(301));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"reden-fout\"", "300 tekens", "x".repeat(301));
		assertThat(this.town.get(this.session)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "misschien", "AKKOORD" })
	void anAnswerThatIsNoneChangesNothing(String answer) {
		TrainingSession before = this.town.get(this.session);
		this.client.get(APPROVAL + this.token);
		assertThat(this.client.post(APPROVAL + this.token, "besluit", answer).statusCode()).isEqualTo(400);
		this.client.get(OFFER + token(Letters.OFFER, this.ann));
		assertThat(this.client.post(OFFER + token(Letters.OFFER, this.ann), "besluit", answer).statusCode())
			.isEqualTo(400);
		assertThat(this.town.get(this.session)).isEqualTo(before);
	}

	@Test
	void aFormOfAnotherSiteIsRefused() {
		this.client.get(APPROVAL + this.token);
		assertThat(this.client.postWithoutToken(APPROVAL + this.token, "besluit", "akkoord").statusCode())
			.isEqualTo(403);
		assertThat(this.town.now(this.session, this.ann).state()).isEqualTo(EnrolmentState.REQUESTED);
	}

	@Test
	void aLinkForOneThingDoesNoOther() {
		assertThat(this.client.get(OFFER + this.token).statusCode()).isEqualTo(404);
		assertThat(this.client.get(APPROVAL + token(Letters.OFFER, this.ann)).statusCode()).isEqualTo(404);
		assertThat(this.client.get(APPROVAL + this.token + "x").statusCode()).isEqualTo(404);
		assertThat(this.client.get(APPROVAL + "bestaat-niet").statusCode()).isEqualTo(404);
	}

	@Test
	void anotherManagersLinkAnswersNothing() {
		Person other = this.town.manager("Mo", this.place);
		String others = token(Letters.APPROVAL, other);
		assertThat(this.client.get(APPROVAL + others).body()).doesNotContain("value=\"akkoord\"");
		assertThat(this.client.post(APPROVAL + others, "besluit", "akkoord").statusCode()).isEqualTo(409);
		assertThat(this.town.now(this.session, this.ann).state()).isEqualTo(EnrolmentState.REQUESTED);
	}

	@Test
	void whoWithdrewNeedsNoAnswer() {
		this.town.withdraw(this.session, this.asked, this.ann);
		HttpResponse<String> page = this.client.get(APPROVAL + this.token);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Er is geen antwoord meer nodig").doesNotContain("value=\"akkoord\"");
		HttpResponse<String> answer = this.client.post(APPROVAL + this.token, "besluit", "akkoord");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("Uw antwoord is niet vastgelegd");
		assertThat(this.town.now(this.session, this.ann).state()).isEqualTo(EnrolmentState.CANCELLED);
	}

	@Test
	void anOfferThatWasNeverMadeIsNotTaken() {
		String offer = token(Letters.OFFER, this.ann);
		assertThat(this.client.get(OFFER + offer).body()).contains("Er is geen antwoord meer nodig");
		HttpResponse<String> answer = this.client.post(OFFER + offer, "besluit", "ja");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("De leidinggevende heeft nog niet geantwoord.");
		assertThat(this.town.now(this.session, this.ann).state()).isEqualTo(EnrolmentState.REQUESTED);
	}

	@Test
	void thePagesSpeakEnglishToo() {
		assertThat(this.client.get(APPROVAL + this.token + "?taal=en").body()).contains("I do not agree");
	}

	private String token(String purpose, Person person) {
		return this.links.sign(purpose,
				List.of(this.session.value(), this.asked.id().value(), person.learner().value()),
				Instant.now().plus(Duration.ofDays(3)));
	}

}
