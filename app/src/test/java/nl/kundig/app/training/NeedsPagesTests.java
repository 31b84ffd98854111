package nl.kundig.app.training;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.NeedsService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingNeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class NeedsPagesTests {

	private static final String PAGE = "/beheer/behoefte";

	private static final MunicipalityId HOOGVELD = new MunicipalityId("hoogveld");

	/** Numbers of this year can be stated on every day of it. */
	private static final int YEAR = LocalDate.now(PeopleService.ZONE).getYear();

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private NeedsService needs;

	@Test
	void aMunicipalityStatesANumberAndTheRegionAddsItUp() {
		PageClient hoogveld = signIn("coordinator.hoogveld");
		hoogveld.get(PAGE + "?jaar=" + YEAR);
		assertThat(state(hoogveld, "ror-stromingen", "policy-officer", "7").statusCode()).isEqualTo(302);
		assertThat(hoogveld.get(PAGE + "?jaar=" + YEAR).body()).contains("Verdieping per stroming", ">7<");
		this.needs.state(new MunicipalityId("waterkerk"), YEAR, LearnerRole.POLICY_OFFICER,
				new TrainingId("ror-stromingen"), 4, "coordinator.waterkerk");
		PageClient regio = signIn("regio");
		String body = regio.get(PAGE + "?jaar=" + YEAR).body();
		assertThat(body).containsPattern("data-label=\"Samen\"[^>]*>11<").contains("11 plaatsen te weinig");
		assertThat(regio.get(PAGE + "/" + YEAR + ".csv").body()).contains("Hoogveld").contains("7");
		assertThat(hoogveld.get(PAGE + "/" + YEAR + ".csv").body()).contains("Hoogveld").doesNotContain("Waterkerk");
	}

	@ParameterizedTest
	@CsvSource({ "ror-basis,desk-employee,1000,aantal-fout", "ror-basis,desk-employee,-1,aantal-fout",
			"ror-basis,desk-employee,veel,aantal-fout", "ror-basis,burgemeester,3,functie-fout",
			"bestaat-niet,desk-employee,3,training-fout" })
	void whatCannotBeIsSaidAtItsFieldAndNothingIsStored(String training, String role, String number, String at) {
		PageClient hoogveld = signIn("coordinator.hoogveld");
		List<TrainingNeed> before = this.needs.needs(HOOGVELD, YEAR);
		HttpResponse<String> answer = state(hoogveld, training, role, number);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"" + at + "\"");
		assertThat(this.needs.needs(HOOGVELD, YEAR)).isEqualTo(before);
	}

	@Test
	void theFileComesInThreeKindsAndNoOther() {
		PageClient regio = signIn("regio");
		for (String kind : List.of("xlsx", "ods", "csv")) {
			HttpResponse<String> file = regio.get(PAGE + "/" + YEAR + "." + kind);
			assertThat(file.statusCode()).isEqualTo(200);
			assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(
					(value) -> assertThat(value).contains("attachment", "behoefte-delta-" + YEAR + "." + kind));
		}
		assertThat(regio.get(PAGE + "/" + YEAR + ".exe").statusCode()).isEqualTo(404);
		assertThat(regio.get(PAGE + "/1999.csv").statusCode()).isEqualTo(404);
		assertThat(regio.get(PAGE + "?jaar=1999").statusCode()).isEqualTo(404);
	}

	@Test
	void theRegionDoesNotStateForAMunicipality() {
		PageClient regio = signIn("regio");
		assertThat(state(regio, "ror-basis", "desk-employee", "3").statusCode()).isEqualTo(404);
	}

	private static HttpResponse<String> state(PageClient client, String training, String role, String number) {
		return client.post(PAGE, "jaar", String.valueOf(YEAR), "training", training, "functie", role, "aantal", number);
	}

	private PageClient signIn(String username) {
		return new PageClient(this.port, this.accounts).signIn(username);
	}

}
