package nl.kundig.app.system;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;

/** What people see of a store that is getting full, or is. */
@KundigTest
class StorageTests {

	private static final String PAGE = "/beheer/opslag";

	private static final String LINK = "href=\"/beheer/opslag\"";

	private static final String NEARLY_FULL = "Het geheugen van Kundig is bijna vol.";

	private static final String FULL = "Het geheugen van Kundig is vol. Er wordt niets meer opgeslagen.";

	private static final Pattern OPTION = Pattern
		.compile("name=\"(?<field>v\\.(?<question>[^.\"]+)\\.(?:choice|truth))\" value=\"(?<value>[^\"]+)\"");

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@MockitoSpyBean
	private StoreHealth health;

	@MockitoSpyBean
	private MongoTemplate mongo;

	@BeforeEach
	void measure() {
		willReturn(true).given(this.health).isEmbedded();
		willReturn(34).given(this.health).percent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "coordinator.waterkerk", "coordinator.hoogveld", "regio" })
	void coordinatorsSeeHowMuchRoomThereIs(String username) {
		PageClient client = signIn(username);
		assertThat(client.get("/beheer").body()).contains(LINK).doesNotContain(NEARLY_FULL);
		HttpResponse<String> page = client.get(PAGE);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("<h1>Opslag</h1>", "Kundig bewaart de gegevens zelf", "Het geheugen is voor 34 procent vol.",
					"value=\"34\"", "low=\"80\"", "high=\"90\"", "Er is genoeg plaats.")
			.doesNotContain("Wat u kunt doen");
	}

	@ParameterizedTest
	@ValueSource(strings = { "redactie", "auditor.waterkerk", "boa.waterkerk" })
	void othersDoNot(String username) {
		willReturn(95).given(this.health).percent();
		PageClient client = signIn(username);
		assertThat(client.get(PAGE).statusCode()).isEqualTo(403);
		assertThat(client.get("/beheer").body()).doesNotContain(LINK, FULL);
	}

	@Test
	void thePageSpeaksEnglish() {
		willReturn(80).given(this.health).percent();
		PageClient client = signIn("regio");
		client.get("/?taal=en");
		assertThat(client.get(PAGE).body()).contains("<h1>Storage</h1>", "The memory is 80 per cent full.",
				"The memory of Kundig is nearly full.", "Ask your application manager today");
		assertThat(client.get("/beheer").body()).contains("The memory of Kundig is nearly full.", "What you can do");
	}

	@ParameterizedTest
	@CsvSource({ "79, false, false", "80, true, false", "89, true, false", "90, false, true", "100, false, true" })
	void theMoreItFillsTheMoreIsSaid(int percent, boolean nearlyFull, boolean full) {
		willReturn(percent).given(this.health).percent();
		String page = signIn("coordinator.waterkerk").get(PAGE).body();
		assertThat(page.contains(NEARLY_FULL)).isEqualTo(nearlyFull);
		assertThat(page.contains(FULL)).isEqualTo(full);
		assertThat(page.contains("Verwijder zelf niets")).isEqualTo(nearlyFull || full);
		assertThat(page.contains("Er is genoeg plaats.")).isEqualTo(!nearlyFull && !full);
	}

	@Test
	void everyPageOfTheAreaWarnsTheCoordinator() {
		willReturn(85).given(this.health).percent();
		PageClient client = signIn("coordinator.waterkerk");
		for (String path : List.of("/beheer", "/beheer/gemeenten/waterkerk")) {
			assertThat(client.get(path).body()).as(path)
				.containsSubsequence("</header>", NEARLY_FULL, LINK, "Wat u kunt doen", "<main");
		}
		assertThat(client.get(PAGE).body()).as("said once").containsOnlyOnce(NEARLY_FULL);
		for (String path : List.of("/", "/kennisbank", "/melden")) {
			assertThat(client.get(path).body()).as(path).doesNotContain(NEARLY_FULL);
		}
	}

	@Test
	void whatIsNotMeasuredIsNotShownAsEmpty() {
		willReturn(0).given(this.health).percent();
		assertThat(signIn("regio").get(PAGE).body()).contains("Kundig heeft het geheugen nog niet gemeten.")
			.doesNotContain("<meter", "Er is genoeg plaats.");
	}

	@Test
	void aMongoDbLooksAfterItsOwnMemory() {
		willReturn(false).given(this.health).isEmbedded();
		willReturn(0).given(this.health).percent();
		assertThat(signIn("regio").get(PAGE).body()).contains("De gegevens staan in een MongoDB.")
			.doesNotContain("<meter", "Hoe vol het geheugen is", "mongodb://");
	}

	@ParameterizedTest
	@ValueSource(ints = { 146, 14031 })
	void whoCannotSaveIsToldPlainly(int code) {
		PageClient client = signIn("boa.waterkerk");
		willThrow(refusal(code)).given(this.mongo).insert(any(Object.class));
		assertPlain(client.post("/modules/m1/toets"), "Opslaan lukt nu niet",
				"Er is niets verloren van wat u eerder opsloeg.");
		client.get("/?taal=en");
		assertPlain(client.post("/modules/m1/toets"), "Saving is not possible now",
				"Nothing is lost of what you saved before.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 146, 14031 })
	void theScriptThatSavesAnswersHearsThatThereIsNoRoom(int code) {
		PageClient client = signIn("beleid.waterkerk");
		String attempt = client.post("/modules/m1/toets").headers().firstValue("Location").orElseThrow();
		String page = client.get(attempt + "?vraag=0").body();
		assertThat(page).contains("data-full=\"Niet opgeslagen: de opslag van Kundig is vol.");
		Matcher option = OPTION.matcher(page);
		assertThat(option.find()).isTrue();
		String[] form = { "vraag", option.group("question"), option.group("field"), option.group("value") };
		assertThat(client.post(attempt + "/antwoorden", form).statusCode()).isEqualTo(204);
		willThrow(refusal(code)).given(this.mongo).updateFirst(any(), any(), ArgumentMatchers.<Class<?>>any());
		assertPlain(client.post(attempt + "/antwoorden", form), "Opslaan lukt nu niet");
	}

	@ParameterizedTest
	@ValueSource(ints = { 146, 14031 })
	void whoCannotSignInIsToldPlainly(int code) {
		PageClient client = new PageClient(this.port, this.accounts);
		willThrow(refusal(code)).given(this.mongo)
			.findAndModify(any(), any(), any(FindAndModifyOptions.class), ArgumentMatchers.<Class<Object>>any());
		assertPlain(client.trySignIn("boa.waterkerk", "geheim"), "Opslaan lukt nu niet");
	}

	@Test
	void anotherRefusalIsNoFullStore() {
		PageClient client = signIn("boa.hoogveld");
		willThrow(refusal(8000)).given(this.mongo).insert(any(Object.class));
		HttpResponse<String> answer = client.post("/modules/m1/toets");
		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.body()).contains("Er ging bij ons iets mis").doesNotContain("Opslaan lukt nu niet");
	}

	private PageClient signIn(String username) {
		return new PageClient(this.port, this.accounts).signIn(username);
	}

	/** As it comes out of Spring when a MongoDB says it. */
	private static DataAccessException refusal(int code) {
		BsonDocument answer = new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code))
			.append("errmsg", new BsonString("not written: geheime binnenkant"));
		DataAccessException refusal = new MongoExceptionTranslator()
			.translateExceptionIfPossible(new MongoCommandException(answer, new ServerAddress()));
		assertThat(refusal).isNotNull();
		return refusal;
	}

	private static void assertPlain(HttpResponse<String> answer, String... texts) {
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains(texts)
			.doesNotContain("geheime binnenkant", "Exception", "nl.kundig.", "org.springframework", "mongodb",
					"127.0.0.1", "\tat ");
	}

}
