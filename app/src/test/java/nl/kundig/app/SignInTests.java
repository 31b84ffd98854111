package nl.kundig.app;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class SignInTests {

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	private PageClient client;

	@BeforeEach
	void open() {
		this.client = new PageClient(this.port, this.accounts);
	}

	@Test
	void leadsToTheOverview() {
		HttpResponse<String> answer = this.client.trySignIn("Wijkteam.Hoogveld",
				this.accounts.passwords().get("wijkteam.hoogveld"));
		assertThat(this.client.follow(answer).body()).contains("Dag Milan Kovač");
	}

	@Test
	void leadsToThePageThatWasAskedFor() {
		this.client.get("/kennisbank/symbolen/hakenkruis");
		HttpResponse<String> answer = this.client.trySignIn("wijkteam.hoogveld",
				this.accounts.passwords().get("wijkteam.hoogveld"));
		assertThat(this.client.follow(answer).body()).contains("Hakenkruis</h1>");
	}

	@Test
	void saysOfAWrongPasswordAndOfAnUnknownNameTheSame() {
		HttpResponse<String> wrong = this.client.trySignIn("beleid.waterkerk", "verkeerd");
		HttpResponse<String> unknown = this.client.trySignIn("bestaat.niet", "verkeerd");
		assertThat(wrong.headers().firstValue("Location")).isEqualTo(unknown.headers().firstValue("Location"));
		HttpResponse<String> page = this.client.follow(wrong);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("De gebruikersnaam of het wachtwoord klopt niet.")
			.doesNotContain("beleid.waterkerk");
		assertThat(this.client.get("/leerlijn").statusCode()).isEqualTo(302);
	}

	@Test
	void stopsAfterFiveFailuresEvenForTheRightPassword() {
		String name = "leidinggevende.hoogveld";
		for (int i = 0; i < 5; i++) {
			assertThat(this.client.trySignIn(name, "verkeerd").statusCode()).isEqualTo(302);
		}
		HttpResponse<String> stopped = this.client.trySignIn(name, this.accounts.passwords().get(name));
		assertThat(stopped.statusCode()).isEqualTo(429);
		assertThat(stopped.body()).contains("Te veel pogingen", "Wacht een kwartier");
		assertThat(this.client.trySignIn("Leidinggevende.HOOGVELD", "verkeerd").statusCode()).isEqualTo(429);
		assertThat(this.client.get("/leerlijn").statusCode()).isEqualTo(302);
		new PageClient(this.port, this.accounts).signIn("leidinggevende.waterkerk");
	}

	@Test
	void takesANameWithSpacesForTheSameName() {
		String name = "niemand.met.spaties";
		for (int i = 0; i < 5; i++) {
			assertThat(this.client.trySignIn(name + " ".repeat(i), "verkeerd").statusCode()).isEqualTo(302);
		}
		assertThat(this.client.trySignIn("\t" + name + "  ", "verkeerd").statusCode()).isEqualTo(429);
	}

	@Test
	void letsNoMoreThanFiveThroughWhenTwentyComeAtOnce() throws Exception {
		List<Callable<Integer>> tries = Collections.nCopies(20,
				() -> new PageClient(this.port, this.accounts).trySignIn("niemand.tegelijk", "verkeerd").statusCode());
		int through = 0;
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Integer> status : threads.invokeAll(tries)) {
				through += (status.get() == 302) ? 1 : 0;
			}
		}
		assertThat(through).isEqualTo(5);
	}

	@Test
	void forgetsFailuresOfSomebodyWhoSignedIn() {
		String name = "beleid.waterkerk";
		for (int round = 0; round < 2; round++) {
			for (int i = 0; i < 3; i++) {
				this.client.trySignIn(name, "verkeerd");
			}
			new PageClient(this.port, this.accounts).signIn(name);
		}
	}

	@Test
	void isNotNeededToAskWhetherKundigIsWell(@LocalManagementPort int managementPort) {
		HttpResponse<String> health = new PageClient(managementPort, this.accounts).get("/actuator/health");
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components");
		HttpResponse<String> queries = new PageClient(managementPort, this.accounts).get("/actuator/queries");
		assertThat(queries.statusCode()).isEqualTo(200);
		assertThat(queries.body()).startsWith("[");
		assertThat(this.client.get("/actuator/health").statusCode()).isEqualTo(302);
		assertThat(this.client.get("/actuator/queries").statusCode()).isEqualTo(302);
	}

	@Test
	void endsWithSigningOut() {
		this.client.signIn("wijkteam.hoogveld");
		assertThat(this.client.get("/leerlijn").statusCode()).isEqualTo(200);
		HttpResponse<String> answer = this.client.post("/uitloggen");
		assertThat(this.client.follow(answer).body()).contains("U bent uitgelogd.");
		assertThat(this.client.get("/leerlijn").statusCode()).isEqualTo(302);
	}

	@Test
	void isNeededForAllButThesePages(
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
		this.client.get("/inloggen");
		Set<String> open = new TreeSet<>();
		for (String route : Routes.of(mapping)) {
			String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[a-z]+}", "1");
			HttpResponse<String> answer = route.startsWith("POST ") ? this.client.post(path) : this.client.get(path);
			if (answer.statusCode() != 302) {
				open.add(route);
			}
			else {
				assertThat(answer.headers().firstValue("Location").orElse("")).as(route).endsWith("/inloggen");
			}
		}
		assertThat(open).containsExactlyInAnyOrder("GET /inloggen", "GET /controle", "GET /controle/{code}",
				"GET /toegankelijkheid", "GET /.well-known/security.txt", "* /error", "GET /agenda/{secret}.ics",
				"GET /antwoord/aanbod/{token}", "POST /antwoord/aanbod/{token}", "GET /antwoord/akkoord/{token}",
				"POST /antwoord/akkoord/{token}");
	}

}
