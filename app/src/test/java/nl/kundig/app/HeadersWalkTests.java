package nl.kundig.app;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import nl.kundig.app.Newcomers.Newcomer;
import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.PeopleService;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class HeadersWalkTests {

	/** Said here once more, so that loosening it takes two changes. */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'; require-trusted-types-for 'script'";

	private static final Map<String, String> EXACTLY = Map.of("Content-Security-Policy", CONTENT_SECURITY_POLICY,
			"X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
			"Permissions-Policy", "camera=(), microphone=(), geolocation=()", "Cross-Origin-Opener-Policy",
			"same-origin", "Cross-Origin-Resource-Policy", "same-origin");

	private static final List<String> STATIC_FILES = List.of("/kundig.css", "/kundig.js", "/favicon.svg",
			"/vendor/vendor.css", "/vendor/source-sans-3/5.3.1/source-sans-3-latin-wght-normal.woff2",
			"/vendor/tabler-icons/3.51.0/check.svg");

	/** The address of what lies here is a key, and goes to nobody. */
	private static final String LINKS = "/antwoord/";

	/** Not there, not allowed, or refused before any page is asked. */
	private static final List<String> ODD = List.of("/bestaat-niet", "/modules/m99", "/modules/m1/toets/abc",
			"/kennisbank?pagina=-1", "/vendor/bestaat-niet.css", "/login", "/kennisbank;a=b", "/controle//x",
			LINKS + "bestaat-niet", LINKS + "aanmelding/bestaat-niet");

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private Newcomers newcomers;

	@BeforeEach
	void meet(@Autowired PeopleService people, @Autowired AccountService accountService,
			@Autowired CurriculumService curricula, @Autowired CertificateService certificates,
			@Autowired ApplicationEventPublisher events) {
		this.newcomers = new Newcomers(people, accountService, curricula, certificates, events);
	}

	@Test
	void everyAnswerToAStrangerCarriesTheHeaders() {
		PageClient stranger = new PageClient(this.port, this.accounts);
		stranger.get("/inloggen");
		Map<String, HttpResponse<String>> answers = walk(stranger, samples("2026-NIETVANU", 1, "niemand"));
		answers.put("POST /uitloggen without token", stranger.postWithoutToken("/uitloggen"));
		assertHeaders(answers);
	}

	@Test
	void everyAnswerToSomebodySignedInCarriesTheHeadersAndIsNotKept() {
		Newcomer editor = this.newcomers.deskEmployee(AccountRole.EDITOR, AccountRole.COORDINATOR);
		String number = this.newcomers.certify(editor).number().value();
		PageClient client = new PageClient(this.port, this.accounts).signIn(editor.username(), editor.password());
		client.post("/modules/m1/toets");
		Map<String, HttpResponse<String>> answers = walk(client, samples(number, 1, editor.learner().value()));
		answers.put("POST /uitloggen without token", client.postWithoutToken("/uitloggen"));
		answers.put("POST /uitloggen", client.post("/uitloggen"));
		assertHeaders(answers);
		SoftAssertions kept = new SoftAssertions();
		answers.forEach((route, answer) -> {
			if (STATIC_FILES.stream().noneMatch((file) -> route.equals("GET " + file))) {
				kept.assertThat(answer.headers().firstValue("Cache-Control").orElse("absent"))
					.as(route)
					.contains("no-store");
			}
		});
		kept.assertThat(answers.get("GET /certificaten/" + number + ".pdf").statusCode()).isEqualTo(200);
		kept.assertThat(answers.get("GET /modules/m1/toets/1").statusCode()).isEqualTo(200);
		kept.assertThat(answers.get("GET /beheer/deelnemers/" + editor.learner()).statusCode()).isEqualTo(200);
		kept.assertAll();
	}

	@Test
	void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
		HttpResponse<String> page = new PageClient(this.port, this.accounts).get("/inloggen");
		HttpResponse<String> signedIn = new PageClient(this.port, this.accounts).trySignIn("boa.waterkerk",
				this.accounts.passwords().get("boa.waterkerk"));
		for (HttpResponse<String> answer : List.of(page, signedIn)) {
			assertThat(answer.headers().allValues("Set-Cookie"))
				.anySatisfy((cookie) -> assertThat(cookie).startsWith("kundig="))
				.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
		}
		assertHeaders(Map.of("POST /inloggen", signedIn));
	}

	@Test
	void theLanguageCookieIsOutOfReachOfScriptsToo() {
		HttpResponse<String> page = new PageClient(this.port, this.accounts).get("/controle?taal=en");
		assertThat(page.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("taal=en").contains("HttpOnly", "SameSite=Lax"));
	}

	private Map<String, HttpResponse<String>> walk(PageClient client, Map<String, String> samples) {
		Map<String, HttpResponse<String>> answers = new TreeMap<>();
		for (String route : Routes.of(this.mapping)) {
			assertThat(samples).as("a sample for every route").containsKey(route);
			String path = samples.get(route);
			if (route.startsWith("POST ")) {
				answers.put("POST " + path, client.post(path));
			}
			else {
				answers.put("GET " + path, client.get(path));
			}
		}
		STATIC_FILES.forEach((path) -> answers.put("GET " + path, client.get(path)));
		STATIC_FILES.forEach((path) -> assertThat(answers.get("GET " + path).statusCode()).as(path).isEqualTo(200));
		ODD.forEach((path) -> answers.put("GET " + path, client.get(path)));
		return answers;
	}

	private static Map<String, String> samples(String certificate, int attempt, String learner) {
		Map<String, String> samples = new LinkedHashMap<>();
		for (String plain : List.of("/", "/inloggen", "/controle", "/toegankelijkheid", "/.well-known/security.txt",
				"/certificaten", "/leerlijn", "/melden", "/beheer", "/beheer/curricula", "/beheer/kennisbank",
				"/beheer/opslag", "/beheer/herstel", "/beheer/post", "/beheer/deelnemers", "/beheer/regels",
				"/beheer/proefdraaien", "/beheer/proefdraaien/nieuw", "/beheer/verlengingen", "/kennisbank",
				"/kennisbank/zoek.json")) {
			samples.put("GET " + plain, plain);
		}
		samples.put("* /error", "/error");
		samples.put("GET /agenda/{secret}.ics", "/agenda/bestaat-niet.ics");
		for (String method : List.of("GET ", "POST ")) {
			samples.put(method + "/antwoord/akkoord/{token}", LINKS + "akkoord/bestaat-niet");
			samples.put(method + "/antwoord/aanbod/{token}", LINKS + "aanbod/bestaat-niet");
		}
		samples.put("GET /controle/{code}", "/controle/ABCD-EFGH");
		samples.put("GET /certificaten/{number}.pdf", "/certificaten/" + certificate + ".pdf");
		samples.put("GET /modules/{id}", "/modules/m1");
		samples.put("GET /modules/{id}/{section}", "/modules/m1/uw-rol");
		samples.put("POST /modules/{id}/{section}/gelezen", "/modules/m1/uw-rol/gelezen");
		String quiz = "/modules/{id}/toets";
		samples.put("GET " + quiz, "/modules/m1/toets");
		samples.put("POST " + quiz, "/modules/m1/toets");
		samples.put("GET " + quiz + "/{number}", "/modules/m1/toets/" + attempt);
		samples.put("POST " + quiz + "/{number}", "/modules/m1/toets/" + attempt);
		samples.put("POST " + quiz + "/{number}/antwoorden", "/modules/m1/toets/" + attempt + "/antwoorden");
		samples.put("GET " + quiz + "/{number}/uitslag", "/modules/m1/toets/" + attempt + "/uitslag");
		samples.put("GET /kennisbank/symbolen/{slug}", "/kennisbank/symbolen/hakenkruis");
		samples.put("GET /kennisbank/symbolen/{slug}/tekening.svg", "/kennisbank/symbolen/hakenkruis/tekening.svg");
		samples.put("GET /kennisbank/organisaties/{slug}", "/kennisbank/organisaties/hamas");
		addTrainings(samples);
		addRegion(samples);
		addDesk(samples);
		samples.put("GET /beheer/gemeenten/{id}", "/beheer/gemeenten/waterkerk");
		samples.put("GET /leerlijn/waarom/{duty}", "/leerlijn/waarom/signaleren-balie");
		samples.put("GET /leerlijn/waarom-niet/{curriculum}", "/leerlijn/waarom-niet/signaleren-boa");
		String participant = "/beheer/deelnemers/{learner}";
		String own = "/beheer/deelnemers/" + learner;
		samples.put("GET " + participant, own);
		samples.put("GET " + participant + "/waarom-niet/{curriculum}", own + "/waarom-niet/signaleren-boa");
		samples.put("GET " + participant + "/waarom/{duty}", own + "/waarom/signaleren-balie");
		for (String method : List.of("GET ", "POST ")) {
			samples.put(method + participant + "/waarom/{duty}/{kind}", own + "/waarom/signaleren-balie/vrijstelling");
			samples.put(method + participant + "/functies/nieuw", own + "/functies/nieuw");
			samples.put(method + participant + "/functies/{number}/einde", own + "/functies/0/einde");
		}
		String versions = "/beheer/curricula/{curriculum}/versies";
		String draft = "/beheer/curricula/{id}";
		for (String method : List.of("GET ", "POST ")) {
			samples.put(method + versions, "/beheer/curricula/signaleren-boa/versies");
			samples.put(method + draft, "/beheer/curricula/signaleren-boa-1");
			samples.put(method + draft + "/samenvoegen", "/beheer/curricula/signaleren-boa-1/samenvoegen");
		}
		samples.put("GET /beheer/kennisbank/symbolen/{slug}", "/beheer/kennisbank/symbolen/alf");
		samples.put("POST /beheer/kennisbank/symbolen/{slug}", "/beheer/kennisbank/symbolen/alf");
		samples.put("POST /beheer/proefdraaien", "/beheer/proefdraaien");
		samples.put("GET /beheer/proefdraaien/{id}", "/beheer/proefdraaien/bestaat-niet");
		samples.put("GET /beheer/proefdraaien/{id}/voortgang.json", "/beheer/proefdraaien/bestaat-niet/voortgang.json");
		samples.put("POST /beheer/proefdraaien/{id}/activeren", "/beheer/proefdraaien/bestaat-niet/activeren");
		samples.put("POST /beheer/proefdraaien/{id}/vergeten", "/beheer/proefdraaien/bestaat-niet/vergeten");
		samples.put("GET /beheer/post/{id}", "/beheer/post/bestaat-niet");
		samples.put("GET /beheer/post/{id}/bijlagen/{number}", "/beheer/post/bestaat-niet/bijlagen/1");
		samples.put("POST /beheer/post/{id}/opnieuw", "/beheer/post/bestaat-niet/opnieuw");
		samples.put("POST /beheer/post/pauze", "/beheer/post/pauze");
		samples.put("POST /beheer/post/hervatten", "/beheer/post/hervatten");
		samples.put("POST /beheer/verlengingen", "/beheer/verlengingen");
		samples.put("POST /beheer/verlengingen/voorbeeld", "/beheer/verlengingen/voorbeeld");
		samples.put("POST /beheer/verlengingen/{id}/terugdraaien", "/beheer/verlengingen/bestaat-niet/terugdraaien");
		String move = "/beheer/curricula/{curriculum}/overstap/{version}";
		samples.put("GET " + move, "/beheer/curricula/desk/overstap/bestaat-niet");
		samples.put("POST " + move, "/beheer/curricula/desk/overstap/bestaat-niet");
		return samples;
	}

	private static void addDesk(Map<String, String> samples) {
		String desk = "/beheer/trainingen";
		String proofs = "/beheer/bewijzen";
		for (String plain : List.of(desk, desk + "/instellingen", proofs)) {
			samples.put("GET " + plain, plain);
		}
		samples.put("POST " + desk + "/instellingen", desk + "/instellingen");
		for (String page : List.of("", "/deelnemerslijst.{format}", "/deelnemers", "/deelnemers/{learner}",
				"/inschrijvingen/{enrolment}", "/aanwezigheid")) {
			samples.put("GET " + desk + "/{session}" + page, desk + "/99" + page.replaceAll("[{}]", ""));
		}
		for (String action : List.of("/doorgeven", "/bevestigen", "/deelnemers/{learner}",
				"/inschrijvingen/{enrolment}/afmelden", "/inschrijvingen/{enrolment}/collega",
				"/inschrijvingen/{enrolment}/leidinggevende", "/inschrijvingen/{enrolment}/verbeteren", "/aanwezigheid",
				"/aanwezigheid/bestand", "/aanwezigheid/bestand/vastleggen")) {
			samples.put("POST " + desk + "/{session}" + action, desk + "/99" + action.replaceAll("[{}]", ""));
		}
		samples.put("GET " + proofs + "/{proof}", proofs + "/99");
		samples.put("GET " + proofs + "/{proof}/bestand", proofs + "/99/bestand");
		samples.put("POST " + proofs + "/{proof}/goedkeuren", proofs + "/99/goedkeuren");
		samples.put("POST " + proofs + "/{proof}/afwijzen", proofs + "/99/afwijzen");
	}

	private static void addTrainings(Map<String, String> samples) {
		for (String plain : List.of("/trainingen", "/trainingen/volgorde", "/inschrijvingen",
				"/inschrijvingen/bewijs")) {
			samples.put("GET " + plain, plain);
		}
		samples.put("POST /inschrijvingen/bewijs", "/inschrijvingen/bewijs");
		samples.put("POST /inschrijvingen/agenda", "/inschrijvingen/agenda");
		samples.put("GET /inschrijvingen/bewijs/{proof}", "/inschrijvingen/bewijs/99");
		String training = "/trainingen/catalogus/{training}";
		samples.put("GET " + training, "/trainingen/catalogus/ror-basis");
		for (String action : List.of("/belangstelling", "/belangstelling/intrekken")) {
			samples.put("POST " + training + action, "/trainingen/catalogus/ror-basis" + action);
		}
		String session = "/trainingen/{session}";
		samples.put("GET " + session, "/trainingen/bestaat-niet");
		samples.put("GET " + session + "/waarom", "/trainingen/bestaat-niet/waarom");
		samples.put("POST " + session + "/aanvragen", "/trainingen/bestaat-niet/aanvragen");
		samples.put("POST " + session + "/afmelden", "/trainingen/bestaat-niet/afmelden");
		String own = "/inschrijvingen/{session}/{enrolment}";
		for (String action : List.of("/aannemen", "/afslaan", "/collega")) {
			samples.put("POST " + own + action, "/inschrijvingen/1/2" + action);
		}
		samples.put("GET " + own + "/collega", "/inschrijvingen/1/2/collega");
	}

	private static void addRegion(Map<String, String> samples) {
		String desk = "/beheer/regio/trainingen";
		samples.put("GET " + desk, desk);
		for (String method : List.of("GET ", "POST ")) {
			samples.put(method + desk + "/nieuw", desk + "/nieuw");
			for (String page : List.of("/kopie", "/verplaatsen", "/wijzigen", "/annuleren", "/reserve")) {
				samples.put(method + desk + "/{session}" + page, desk + "/bestaat-niet" + page);
			}
			samples.put(method + "/beheer/regio/regels", "/beheer/regio/regels");
			samples.put(method + "/beheer/behoefte", "/beheer/behoefte");
		}
		samples.put("GET " + desk + "/{session}", desk + "/bestaat-niet");
		samples.put("GET /beheer/behoefte/{year}.{format}", "/beheer/behoefte/1999.csv");
	}

	private static void assertHeaders(Map<String, HttpResponse<String>> answers) {
		SoftAssertions headers = new SoftAssertions();
		answers.forEach((route, answer) -> {
			String what = route + " (" + answer.statusCode() + ") ";
			boolean link = answer.uri().getPath().startsWith(LINKS);
			EXACTLY.forEach((name, value) -> headers.assertThat(answer.headers().allValues(name))
				.as(what + name)
				.containsExactly((link && name.equals("Referrer-Policy")) ? "no-referrer" : value));
			for (String name : List.of("Server", "X-Powered-By")) {
				headers.assertThat(answer.headers().allValues(name)).as(what + name).isEmpty();
			}
			headers.assertThat(answer.statusCode()).as(route).isLessThan(500);
		});
		headers.assertAll();
	}

}
