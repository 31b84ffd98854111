package nl.kundig.app.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.RecheckRun;
import nl.kundig.courses.duty.Skipped;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.willReturn;

/** What people see of the last recheck. */
@KundigTest
class RecheckPageTests {

	private static final String PAGE = "/beheer/herstel";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts demo;

	@Autowired
	private PeopleService people;

	@MockitoSpyBean
	private DutyService duties;

	@Test
	void whoHasNeverBeenRecheckedReadsThatItComesByItself() {
		willReturn(Optional.empty()).given(this.duties).lastRecheck();
		assertThat(signIn("coordinator.waterkerk").get(PAGE).body())
			.contains("<h1>Herstel</h1>", "Kundig heeft nog niet gekeken.")
			.doesNotContain("De laatste keer");
	}

	@Test
	void aCoordinatorReadsTheOwnPeopleByNameAndOthersAsANumber() {
		given(run(true));
		PageClient client = signIn("coordinator.waterkerk");
		assertThat(client.get("/beheer").body()).contains("href=\"/beheer/herstel\"");
		assertThat(client.get(PAGE).body())
			.contains("3 maart 2027, 03:30 uur", "2 maart 2027, 03:30 uur", "5 mensen", "4 gegevens", "Wil Waterkerk",
					"Signaleren – balie", "gehaalde toets", "besluit over een verlenging",
					"Buiten uw gemeente, of zonder leesbare naam: 1 gegeven.", "Willy Waterkerk",
					"de gegevens bevatten een fout", "Buiten uw gemeente, of zonder leesbare naam: 1 mens.")
			.doesNotContain("Hans Hoogveld", "iets anders", "kapot", "Exception", "stopte voordat");
	}

	@Test
	void aRegionReadsNumbersOnly() {
		given(run(false));
		String page = signIn("regio").get(PAGE).body();
		assertThat(page).contains("4 gegevens", "2 mensen", "U ziet alleen aantallen.", "Kundig stopte voordat")
			.doesNotContain("Wil Waterkerk", "Willy Waterkerk", "Hans Hoogveld", "IllegalStateException");
	}

	@Test
	void thePageSpeaksEnglish() {
		given(run(true));
		PageClient client = signIn("coordinator.waterkerk");
		client.get("/?taal=en");
		assertThat(client.get(PAGE).body()).contains("<h1>Repairs</h1>", "3 March 2027, 03:30", "4 items",
				"Outside your municipality, or without a readable name: 1 item.");
	}

	@Test
	void aCleanRunSaysThatAllWasWell() {
		Instant start = Instant.parse("2027-07-03T01:30:00Z");
		given(new RecheckRun("clean", start, start, null, true, 18, List.of(), 0, List.of()));
		assertThat(signIn("coordinator.hoogveld").get(PAGE).body())
			.contains("3 juli 2027, 03:30 uur", "Alles was in orde.", "niets", "niemand")
			.doesNotContain("De keer daarvoor", "<h2>Hersteld</h2>", "<h2>Overgeslagen</h2>");
	}

	@Test
	void whoCoordinatesNothingDoesNotComeHere() {
		for (String username : List.of("redactie", "auditor.waterkerk", "boa.waterkerk")) {
			PageClient client = signIn(username);
			assertThat(client.get(PAGE).statusCode()).as(username).isEqualTo(403);
			assertThat(client.get("/beheer").body()).as(username).doesNotContain("/beheer/herstel");
		}
	}

	@Test
	void twoPeopleOfEachKindCanPublishTogether() {
		for (String username : List.of("redactie", "redactie2", "coordinator.waterkerk", "coordinator2.waterkerk",
				"coordinator.hoogveld", "coordinator2.hoogveld")) {
			assertThat(signIn(username).get("/beheer/curricula").statusCode()).as(username).isEqualTo(200);
		}
	}

	private RecheckRun run(boolean finished) {
		LearnerId wil = takes("Wil Waterkerk", "waterkerk");
		LearnerId willy = takes("Willy Waterkerk", "waterkerk");
		LearnerId hans = takes("Hans Hoogveld", "hoogveld");
		List<String> repaired = List.of("duty " + wil + "|signaleren-balie", "achievement " + wil + "|m1|1",
				"fact " + willy + "|extended:signaleren-balie|decision:x", "duty " + hans + "|signaleren-boa");
		List<Skipped> skipped = List.of(new Skipped(willy, "java.lang.IllegalStateException: kapot <b>"),
				new Skipped(hans, "iets anders"));
		Instant start = Instant.parse("2027-03-03T02:30:00Z");
		return new RecheckRun("run", start, start, Instant.parse("2027-03-02T02:30:00Z"), finished, 5, repaired,
				repaired.size(), skipped);
	}

	private void given(RecheckRun run) {
		willReturn(Optional.of(run)).given(this.duties).lastRecheck();
	}

	private LearnerId takes(String name, String place) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, new MunicipalityId(place), null,
				LocalDate.of(2026, 1, 1));
		return learner;
	}

	private PageClient signIn(String username) {
		return new PageClient(this.port, this.demo).signIn(username);
	}

}
