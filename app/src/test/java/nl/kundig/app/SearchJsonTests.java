package nl.kundig.app;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class SearchJsonTests {

	private PageClient client;

	@BeforeEach
	void signIn(@LocalServerPort int port, @Autowired DemoAccounts accounts) {
		this.client = new PageClient(port, accounts).signIn("beleid.hoogveld");
	}

	@Test
	void hasTheShapeThatReadersRelyOn() {
		JsonNode found = search("hakenkruis");
		assertThat(found.propertyNames()).containsExactlyInAnyOrder("total", "hits", "didYouMean");
		assertThat(found.get("total").isIntegralNumber()).isTrue();
		assertThat(found.get("total").asLong()).isGreaterThanOrEqualTo(found.get("hits").size());
		assertThat(found.get("hits")).isNotEmpty();
		for (JsonNode hit : found.get("hits")) {
			assertThat(hit.propertyNames()).containsExactlyInAnyOrder("slug", "kind", "title", "snippet");
			assertThat(hit.get("kind").asString()).isIn("symbol", "organisation");
		}
		JsonNode first = found.get("hits").get(0);
		assertThat(first.get("slug").asString()).isEqualTo("hakenkruis");
		assertThat(first.get("kind").asString()).isEqualTo("symbol");
		assertThat(first.get("title").asString()).isEqualTo("Hakenkruis");
	}

	@Test
	void isEmptyForWordsThatNobodyWrote() {
		JsonNode found = search("qqxxzzvv");
		assertThat(found.get("total").asLong()).isZero();
		assertThat(found.get("hits")).isEmpty();
	}

	@Test
	void findsByDescription() {
		assertThat(first("kruis met gebogen armen")).isEqualTo("hakenkruis");
	}

	@Test
	void findsANumberHoweverItIsWritten() {
		assertThat(List.of(first("1488"), first("14/88"), first("veertien achtentachtig"))).containsOnly("1488");
	}

	@Test
	void forgivesATypingMistake() {
		assertThat(first("hakekruis")).isEqualTo("hakenkruis");
		assertThat(first("haakenkruis")).isEqualTo("hakenkruis");
	}

	@Test
	void narrowsToAKind() {
		JsonNode found = json("/kennisbank/zoek.json?q=extremisme&kind=organisation");
		assertThat(found.get("hits")).isNotEmpty();
		for (JsonNode hit : found.get("hits")) {
			assertThat(hit.get("kind").asString()).isEqualTo("organisation");
		}
	}

	private String first(String words) {
		JsonNode hits = search(words).get("hits");
		return hits.isEmpty() ? "nothing" : hits.get(0).get("slug").asString();
	}

	private JsonNode search(String words) {
		return json("/kennisbank/zoek.json?q=" + PageClient.encode(words));
	}

	private JsonNode json(String path) {
		HttpResponse<String> answer = this.client.get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
		return JsonMapper.shared().readTree(answer.body());
	}

}
