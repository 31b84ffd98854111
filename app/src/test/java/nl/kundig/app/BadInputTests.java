package nl.kundig.app;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import nl.kundig.app.Newcomers.Newcomer;
import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.knowledge.KnowledgeService;
import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.Answer;
import nl.kundig.courses.quiz.Attempt;
import nl.kundig.courses.quiz.QuizService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class BadInputTests {

	private static final LearningModuleId MODULE = new LearningModuleId("m3");

	private static final String ORDERING = "een-ding-valt-op";

	private static final String STEP = "v." + ORDERING + ".";

	private static final String EDIT = "/beheer/kennisbank/symbolen/alf";

	private static final String UNKNOWN_OPTION = "Dit antwoord past niet bij de vraag. Kies opnieuw.";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private KnowledgeService knowledge;

	/** Signing in is slow on purpose, so those who edit and search share one. */
	private static PageClient editor;

	private Newcomers newcomers;

	private Newcomer newcomer;

	private PageClient client;

	@BeforeEach
	void signIn(@Autowired PeopleService people, @Autowired AccountService accountService,
			@Autowired CurriculumService curricula, @Autowired CertificateService certificates,
			@Autowired ApplicationEventPublisher events) {
		this.newcomers = new Newcomers(people, accountService, curricula, certificates, events);
		if (editor == null) {
			editor = signIn(this.newcomers.deskEmployee(AccountRole.EDITOR));
		}
		this.client = editor;
	}

	private PageClient signIn(Newcomer somebody) {
		return new PageClient(this.port, this.accounts).signIn(somebody.username(), somebody.password());
	}

	@Test
	void signInTakesAnythingForAWrongPassword() {
		PageClient stranger = new PageClient(this.port, this.accounts);
		String longName = "x".repeat(10_000);
		assertFailed(stranger.trySignIn(longName, longName));
		stranger.get("/inloggen");
		assertFailed(stranger.post("/inloggen", "username", "wie"));
		assertFailed(stranger.post("/inloggen", "username", "$ne", "password", "{\"$gt\":\"\"}"));
	}

	@Test
	void quizRefusesAQuestionItDidNotAsk() {
		Attempt attempt = attempt();
		assertRefused(this.client.post(path(attempt), "vraag", "bestaat-niet", "v.bestaat-niet.choice", "a"), 400);
		assertRefused(this.client.post(path(attempt) + "/antwoorden", "vraag", "answers.$x"), 400);
	}

	@Test
	void quizRefusesAValueThatIsTooLong() {
		Attempt attempt = attempt();
		assertRefused(this.client.post(path(attempt), "vraag", ORDERING, STEP + "overleg", "1".repeat(101)), 400);
	}

	@Test
	void quizShowsWhatDoesNotFitAndKeepsIt() {
		Attempt attempt = attempt();
		HttpResponse<String> answer = this.client.post(path(attempt), "vraagnummer", "0", "naar", "blijf", "vraag",
				ORDERING, STEP + "overleg", "99");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(question(answer)).contains(UNKNOWN_OPTION, "value=\"99\"");
		assertThat(answer.body()).contains("Er is nog 1 vraag die aandacht nodig heeft", "href=\"#vraag-" + ORDERING);
		assertPlain(answer);
		assertThat(stored(attempt)).isEqualTo(Answer.NONE);
	}

	@Test
	void quizRefusesTheSamePlaceForTwoSteps() {
		Attempt attempt = attempt();
		HttpResponse<String> answer = this.client.post(path(attempt), "vraagnummer", "0", "vraag", ORDERING,
				STEP + "overleg", "2", STEP + "wegen", "2");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(question(answer)).contains("U gaf twee stappen hetzelfde cijfer.")
			.containsPattern("value=\"2\"[^§]*value=\"2\"");
		assertThat(stored(attempt)).isEqualTo(Answer.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$where", "overleg.x", "fields", "answers.0", "" })
	void quizStoresNoFieldThatItDidNotAskFor(String field) {
		Attempt attempt = attempt();
		HttpResponse<String> answer = this.client.post(path(attempt), "vraagnummer", "0", "vraag", ORDERING,
				STEP + field, "1");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertPlain(answer);
		assertThat(stored(attempt)).isEqualTo(Answer.NONE);
	}

	@Test
	void quizSavesWhatFitsThoughAnotherAnswerDoesNot() {
		Attempt attempt = attempt();
		String other = attempt.questions().stream().filter((id) -> !id.equals(ORDERING)).findFirst().orElseThrow();
		HttpResponse<String> answer = this.client.post(path(attempt), "vraagnummer", "0", "vraag", other, "vraag",
				ORDERING, "v." + other + ".bestaat-niet", "x", STEP + "overleg", "4");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(stored(attempt)).isEqualTo(new Answer(Map.of("overleg", "4")));
	}

	@Test
	void quizIsNotHandedInUnfinished() {
		Attempt attempt = attempt();
		HttpResponse<String> answer = this.client.post(path(attempt), "naar", "inleveren");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(question(answer)).contains("Deze vraag is nog niet helemaal beantwoord.");
		assertThat(this.quizzes.attempt(this.newcomer.learner(), MODULE, attempt.number()).isOpen()).isTrue();
	}

	@Test
	void quizKeepsAHandedInAttemptAsItIs() {
		Attempt attempt = attempt();
		this.quizzes.submit(this.newcomer.learner(), MODULE, attempt.number());
		assertRefused(this.client.post(path(attempt), "vraag", ORDERING, STEP + "overleg", "4"), 409);
		assertThat(stored(attempt)).isEqualTo(Answer.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "vraagnummer=abc, 400", "vraagnummer=99999999999, 400", "naar=nergens, 302" })
	void quizTakesNoNonsenseForANumber(String field, int status) {
		Attempt attempt = attempt();
		String[] parts = field.split("=");
		HttpResponse<String> answer = this.client.post(path(attempt), parts[0], parts[1]);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertPlain(answer);
	}

	@Test
	void quizHasNoQuestionBeyondTheLast() {
		Attempt attempt = attempt();
		assertRefused(this.client.get(path(attempt) + "?vraag=99"), 404);
		assertRefused(this.client.get(path(attempt) + "?vraag=-1"), 404);
		assertRefused(this.client.get(path(attempt) + "?vraag=x"), 400);
		assertRefused(this.client.get("/modules/m3/toets/0"), 404);
		assertRefused(this.client.get("/modules/m3/toets/-1"), 404);
		assertRefused(this.client.get("/modules/m3/toets/1.5"), 400);
		assertRefused(this.client.post("/modules/bestaat-niet/toets"), 404);
	}

	@ParameterizedTest
	@CsvSource({ "pagina=-1", "pagina=0", "pagina=51", "pagina=abc", "pagina=99999999999" })
	void searchHasNoSuchPage(String query) {
		assertRefused(this.client.get("/kennisbank?" + query), 400);
		assertRefused(this.client.get("/kennisbank/zoek.json?" + query), 400);
	}

	@Test
	void searchCutsALongQuestionAndSaysSo() {
		HttpResponse<String> answer = this.client.get("/kennisbank?q=" + "a".repeat(10_000));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("Uw vraag was langer dan 200 tekens.").doesNotContain("a".repeat(201));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"", "AND OR NOT", "*", "a:b", "(((", "title:*~2^9", "\\", "%00",
			"<script>alert(1)</script>" })
	void searchTakesAnyQuestionForWords(String question) {
		HttpResponse<String> answer = this.client.get("/kennisbank?q=" + PageClient.encode(question));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("<script>alert");
		assertPlain(answer);
	}

	@Test
	void searchFindsNothingOfAKindThatDoesNotExist() {
		HttpResponse<String> answer = this.client.get("/kennisbank/zoek.json?q=kruis&kind=onzin&current=onzin");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("\"total\":0");
		assertPlain(this.client.get("/kennisbank?q=kruis&kind=onzin&current=onzin"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "x", "AAAA-BBBB-CCCC-DDDD", "🦒", "a/b", "../../etc", "a;b", "100%", "\\", "<b>", ".", "- -" })
	void checkKnowsNoOddCode(String code) {
		PageClient stranger = new PageClient(this.port, this.accounts);
		HttpResponse<String> answer = stranger.get("/controle?code=" + PageClient.encode(code));
		if (answer.statusCode() == 302) {
			answer = stranger.follow(answer);
			assertThat(answer.statusCode()).isEqualTo(404);
			assertThat(answer.body()).contains("Deze code kennen wij niet.");
		}
		else {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("Vul de code in");
		}
		assertPlain(answer);
	}

	@Test
	void checkKnowsNoLongCode() {
		HttpResponse<String> answer = this.client.get("/controle/" + "a".repeat(5000));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertPlain(answer);
	}

	@ParameterizedTest
	@CsvSource({ "otherMeanings, Vul dit in.", "name, Vul dit in.", "looks, Vul dit in.", "meaning, Vul dit in.",
			"origin, Vul dit in.", "contextQuestions, Vul dit in.", "revision, Maak een keuze.",
			"unambiguity, Maak een keuze." })
	void editorIsToldWhatIsMissingAndKeepsTheRest(String field, String message) {
		for (SymbolPage page : List.of(page().with(field, ""), page().without(field))) {
			assertKept(this.client.post(EDIT, page.publish()), field, message);
		}
	}

	@ParameterizedTest
	@CsvSource({ "name, 121", "aliases, 2001", "looks, 4001", "meaning, 4001", "origin, 4001", "otherMeanings, 4001",
			"contextQuestions, 2001" })
	void editorIsToldWhatIsTooLongAndKeepsIt(String field, int length) {
		String text = "a\n" + "b".repeat(length - 2);
		HttpResponse<String> answer = this.client.post(EDIT, page().with(field, text).publish());
		assertKept(answer, field, "Maak dit korter: hoogstens " + (length - 1) + " tekens.");
		assertThat(answer.body()).contains("b".repeat(length - 2));
	}

	@Test
	void editorGivesTwoQuestions() {
		HttpResponse<String> answer = this.client.post(EDIT,
				page().with("contextQuestions", "Eén vraag?\n \n").publish());
		assertKept(answer, "contextQuestions", "Geef ten minste twee vragen, elk op een eigen regel.");
		assertThat(answer.body()).contains("Eén vraag?");
	}

	@ParameterizedTest
	@CsvSource({ "unambiguity, ONZIN", "unambiguity, 1", "revision, abc", "revision, 99999999999999999999" })
	void editorSeesNoInternalsForAWrongKind(String field, String value) {
		assertKept(this.client.post(EDIT, page().with(field, value).publish()), field, "Maak een keuze.");
	}

	@Test
	void editorCannotForgeARevision() {
		Symbol before = alf();
		for (String revision : List.of("999", "-1")) {
			SymbolPage page = page().with("revision", revision).with("origin", "Vervalst.");
			assertRefused(this.client.post(EDIT, page.publish()), 409);
		}
		assertThat(alf()).isEqualTo(before);
	}

	@Test
	void editorMakesNoSymbolByGuessingAnAddress() {
		assertRefused(this.client.post("/beheer/kennisbank/symbolen/bestaat-niet", page().publish()), 404);
		assertThat(this.knowledge.symbol("bestaat-niet")).isEmpty();
	}

	@Test
	void tooMuchIsRefused() {
		Symbol before = alf();
		assertRefused(this.client.post(EDIT, page().with("looks", "a".repeat(256 * 1024)).publish()), 413);
		assertThat(alf()).isEqualTo(before);
	}

	@Test
	void nothingIsTakenWithoutToken() {
		Attempt attempt = attempt();
		for (String path : List.of(EDIT, path(attempt), path(attempt) + "/antwoorden", "/modules/m3/toets",
				"/modules/m1/uw-rol/gelezen", "/uitloggen", "/inloggen")) {
			assertRefused(this.client.postWithoutToken(path, "username", "x"), 403);
			assertRefused(this.client.postWithoutToken(path, "_csrf", "vervalst"), 403);
		}
		assertThat(this.client.get("/leerlijn").statusCode()).isEqualTo(200);
	}

	@Test
	void anotherMethodIsRefused() {
		for (String method : List.of("PUT", "DELETE", "PATCH")) {
			assertRefused(this.client.send(method, "/kennisbank"), 405);
		}
		assertRefused(this.client.send("POST", "/leerlijn"), 405);
	}

	/**
	 * An open attempt that asks the ordering question; a second one asks what the first
	 * did not.
	 */
	private Attempt attempt() {
		this.newcomer = this.newcomers.deskEmployee(AccountRole.EDITOR);
		this.client = signIn(this.newcomer);
		Attempt attempt = this.quizzes.start(this.newcomer.learner(), MODULE);
		if (!attempt.questions().contains(ORDERING)) {
			this.quizzes.submit(this.newcomer.learner(), MODULE, attempt.number());
			attempt = this.quizzes.start(this.newcomer.learner(), MODULE);
		}
		assertThat(attempt.questions()).contains(ORDERING);
		return attempt;
	}

	private Answer stored(Attempt attempt) {
		return this.quizzes.attempt(this.newcomer.learner(), MODULE, attempt.number()).answer(ORDERING);
	}

	private static String path(Attempt attempt) {
		return "/modules/m3/toets/" + attempt.number();
	}

	/** The ordering question as the page shows it. */
	private static String question(HttpResponse<String> page) {
		String[] parts = page.body().split("id=\"vraag-" + ORDERING + "\"");
		assertThat(parts).as("pages that show the question").hasSize(2);
		return parts[1].split("</fieldset>")[0];
	}

	private Symbol alf() {
		return this.knowledge.symbol("alf").orElseThrow();
	}

	private SymbolPage page() {
		return new SymbolPage(alf()).with("looks", "Getypt en niet weg.");
	}

	/** The form again, with the message and what was typed; nothing was published. */
	private void assertKept(HttpResponse<String> answer, String field, String message) {
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Niet alles is goed ingevuld. Er is niets gepubliceerd.",
				"href=\"#" + field + "\"", message);
		if (!"looks".equals(field)) {
			assertThat(answer.body()).contains("Getypt en niet weg.");
		}
		assertPlain(answer);
		assertThat(alf().looks()).isNotEqualTo("Getypt en niet weg.");
	}

	private static void assertFailed(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/inloggen?fout");
	}

	/** A page in Dutch that says what to do, and nothing about how Kundig is made. */
	private static void assertRefused(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).isEqualTo(status);
		String title = switch (status) {
			case 403 -> "U mag deze pagina niet openen";
			case 404 -> "Deze pagina is er niet";
			case 409 -> "Iemand was u voor";
			case 413 -> "Dit is te groot";
			default -> "Dit verzoek klopt niet";
		};
		assertThat(answer.body()).contains(title, "<html lang=\"nl\"", "Naar het begin");
		assertPlain(answer);
	}

	private static void assertPlain(HttpResponse<String> answer) {
		assertThat(answer.body()).doesNotContain("Exception", "at nl.kundig", "nl.kundig.", "org.springframework",
				"java.lang.", "Apache Tomcat", "\tat ");
	}

}
