package nl.kundig.app;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.DraftChange;
import nl.kundig.courses.curriculum.PartPath;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class ManageCurriculaTests {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final CurriculumId READY = new CurriculumId("signaleren-boa");

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts demo;

	@Autowired
	private AccountService accounts;

	@Autowired
	private PeopleService people;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private CurriculumDraftService drafts;

	private MunicipalityId municipality;

	private PageClient first;

	private PageClient second;

	private String edit;

	/** A municipality of our own with two coordinators, one of whom adopts. */
	@BeforeEach
	void adopt() {
		int number = NUMBER.incrementAndGet();
		this.municipality = new MunicipalityId("proef-" + number);
		this.people.add(new Municipality(this.municipality, "Proefgemeente " + number, new RegionId("ver-weg")));
		this.first = coordinator("eerste" + number, "Anna Eerste");
		this.second = coordinator("tweede" + number, "Bram Tweede");
		String versions = "/beheer/curricula/" + READY + "/versies";
		assertThat(this.first.get(versions).body()).contains("Overnemen en aanpassen");
		HttpResponse<String> adopted = this.first.post(versions, "doe", "overnemen", "version", ready().version());
		this.edit = "/beheer/curricula/" + READY + "@" + this.municipality + "-1";
		assertThat(adopted.headers().firstValue("Location").orElseThrow()).endsWith(this.edit);
	}

	@Test
	void aDraftIsEditedWithButtonsOnly() {
		List<CurriculumPart> before = draft().root().parts();
		assertThat(press("omlaag", "path", "root.0").statusCode()).isEqualTo(302);
		assertThat(draft().root().parts().get(1)).isEqualTo(before.get(0));
		press("in-groep", "path", "root.1");
		press("toevoegen", "path", "root.1", "what", "training:", "code", "ror-verdieping");
		press("groep", "path", "root.1", "kind", "AT_LEAST", "least", "2");
		press("onderdeel", "path", "root.1.0", "minutes", "45", "roles", "enforcement-officer");
		press("boom", "path", "return");
		press("boom", "path", "refresher-0");
		String page = this.first.get(this.edit).body();
		assertThat(page).contains("Minstens 2 van deze onderdelen",
				"Training: Verdiepingstraining radicalisering en extremisme", "45 minuten", "Terugkeerroute",
				"Opfrisser 1", "Verschil met het origineel", "Anna Eerste", "Zo ziet de deelnemer");
		press("uit-groep", "path", "root.1.1");
		press("verwijderen", "path", "root.2");
		press("omhoog", "path", "root.1");
		assertThat(draft().root().parts().getFirst().parts()).hasSize(1);
	}

	@Test
	void aDraftIsPublishedByTheSecondCoordinatorAndWithdrawn() {
		press("omlaag", "path", "root.0");
		assertThat(press("aanbieden").statusCode()).isEqualTo(302);
		assertThat(this.first.get("/beheer/curricula").body()).contains("Wacht op een tweede paar ogen", READY.value());
		assertThat(this.first.get(this.edit).body()).contains("Iemand anders moet dit concept nakijken")
			.doesNotContain("value=\"publiceren\"");
		HttpResponse<String> own = press("publiceren");
		assertThat(own.statusCode()).isEqualTo(403);
		assertThat(own.body()).contains("Publiceren doet iemand anders", "Anna Eerste");
		this.second.get(this.edit);
		HttpResponse<String> published = press(this.second, "publiceren");
		assertThat(published.statusCode()).isEqualTo(302);
		assertThat(this.second.follow(published).body()).contains("Deze versie is gepubliceerd", "/overstap/");
		Curriculum version = this.curricula.current(READY.of(this.municipality)).orElseThrow();
		String versions = "/beheer/curricula/" + version.curriculum() + "/versies";
		assertThat(this.first.get(versions).body()).contains(version.version().substring(0, 12),
				"geldt pas voor mensen als u daar een regel voor maakt");
		this.first.post(versions, "doe", "intrekken", "version", version.version());
		assertThat(this.first.get(versions).body()).contains("Ingetrokken door Anna Eerste");
		assertThat(this.curricula.current(version.curriculum())).isEmpty();
	}

	@Test
	void theSecondOfTwoEditorsHearsWhoWasFirstAndLosesNothing() {
		CurriculumDraft seen = draft();
		this.second.get(this.edit);
		press("omlaag", "path", "root.0");
		List<String> form = terms(seen, "title", "Titel van de tweede");
		HttpResponse<String> late = this.second.post(this.edit, form.toArray(String[]::new));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Anna Eerste was u voor", "Titel van de tweede");
		assertThat(draft().title()).isEqualTo(seen.title());
	}

	@Test
	void whatIsWrongIsToldWhereThePersonLooks() {
		CurriculumDraft before = draft();
		int parts = before.root().parts().size();
		assertRefused(press("toevoegen", "path", "root", "what", "module:", "code", "m99"), "Er is geen module m99");
		assertRefused(press("toevoegen", "path", "root", "what", ""), "Kies wat u wilt toevoegen");
		assertRefused(press("toevoegen", "path", "root", "what", "training:", "code", "<b>"), "Geef de code");
		assertRefused(press("groep", "path", "root", "kind", "AT_LEAST", "least", "99"),
				"Minstens 99 van " + parts + " kan niet");
		assertRefused(press("onderdeel", "path", "root.0", "minutes", "veel"), "Minuten: geef een heel getal");
		assertRefused(
				press("toevoegen", "path", "root", "what", "certificate:", "code", READY + "@" + this.municipality),
				"heeft zichzelf nodig");
		assertRefused(this.first.post(this.edit, terms(before, "due", "0").toArray(String[]::new)),
				"Een termijn van 0 dagen kan niet");
		assertRefused(this.first.post(this.edit, terms(before, "due", "4800").toArray(String[]::new)),
				"Een termijn van 4.800 maanden kan niet");
		assertRefused(this.first.post(this.edit, terms(before, "title", "").toArray(String[]::new)),
				"Geef de leerlijn een titel");
		assertRefused(this.first.post(this.edit, terms(before, "period", "twee").toArray(String[]::new)),
				"Geldigheid: vul dit in");
		assertThat(press("omhoog", "path", "root.0").statusCode()).isEqualTo(409);
		assertThat(press("omhoog", "path", "nergens").statusCode()).isEqualTo(400);
		assertThat(press("iets-anders", "path", "root.0").statusCode()).isEqualTo(400);
		assertThat(this.first.post(this.edit, "doe", "aanbieden").statusCode()).isEqualTo(400);
		assertThat(draft()).isEqualTo(before);
	}

	@Test
	void aNewOriginalIsMergedAfterAPreview() {
		press("onderdeel", "path", "root.0", "minutes", "45");
		CurriculumDraft next = this.drafts.revise(ready(), "een-redacteur");
		CurriculumDraft changed = this.drafts.change(next.id(), revision(next),
				new DraftChange.SetLeaf(PartPath.top(PartPath.ROOT).child(0), 30 + NUMBER.get(), Set.of()),
				"een-redacteur");
		CurriculumDraft offered = this.drafts.offer(changed.id(), revision(changed), "een-redacteur");
		Curriculum newer = this.drafts.publish(offered.id(), revision(offered), "een-ander");
		try {
			assertThat(this.first.get(this.edit).body()).contains("Het origineel heeft een nieuwe versie");
			String preview = this.first.get(this.edit + "/samenvoegen").body();
			assertThat(preview).contains("Hier moet u kiezen", "45 minuten", "Minuten van:");
			String key = preview.replaceAll("(?s).*?name=\"keuze-([^\"]+)\".*", "$1");
			String looked = this.first.post(this.edit + "/samenvoegen", "doe", "bekijken", "keuze-" + key, "origineel")
				.body();
			assertThat(looked).contains("was 45 minuten");
			HttpResponse<String> merged = this.first.post(this.edit + "/samenvoegen", "doe", "overnemen", "revision",
					String.valueOf(draft().revision()), "newer", newer.version(), "keuze-" + key, "origineel");
			assertThat(merged.statusCode()).isEqualTo(302);
			assertThat(merged.headers().firstValue("Location").orElseThrow()).endsWith("@" + this.municipality + "-2");
			assertThat(this.first.follow(merged).body()).contains("Samengevoegd met een nieuw origineel");
			assertThat(draft().state()).isEqualTo(CurriculumDraft.State.WITHDRAWN);
		}
		finally {
			this.drafts.withdraw(newer.version(), "een-redacteur");
		}
		assertThat(this.curricula.current(READY)).contains(ready());
	}

	@Test
	void anothersDraftIsNotThereAndTheRegionOnlyReads() {
		PageClient other = new PageClient(this.port, this.demo).signIn("coordinator.hoogveld");
		assertThat(other.get(this.edit).statusCode()).isEqualTo(404);
		assertThat(other.post(this.edit, "doe", "intrekken", "revision", "0").statusCode()).isEqualTo(404);
		PageClient editor = new PageClient(this.port, this.demo).signIn("redactie");
		assertThat(editor.get(this.edit).statusCode()).isEqualTo(404);
		CurriculumDraft waterkerk = this.drafts.adopt(ready(), new MunicipalityId("waterkerk"),
				"coordinator.waterkerk");
		PageClient region = new PageClient(this.port, this.demo).signIn("regio");
		HttpResponse<String> read = region.get("/beheer/curricula/" + waterkerk.id());
		assertThat(read.statusCode()).isEqualTo(200);
		assertThat(read.body()).doesNotContain("value=\"omhoog\"", "value=\"aanbieden\"");
		assertThat(region.post("/beheer/curricula/" + waterkerk.id(), "doe", "aanbieden", "revision", "0").statusCode())
			.isEqualTo(403);
	}

	private void assertRefused(HttpResponse<String> answer, String message) {
		assertThat(answer.statusCode()).as(message).isEqualTo(422);
		assertThat(answer.body()).contains("Dit is niet opgeslagen", message);
	}

	private HttpResponse<String> press(String action, String... fields) {
		return press(this.first, action, fields);
	}

	private HttpResponse<String> press(PageClient client, String action, String... fields) {
		List<String> form = new ArrayList<>(List.of("doe", action, "revision", String.valueOf(draft().revision())));
		form.addAll(List.of(fields));
		return client.post(this.edit, form.toArray(String[]::new));
	}

	private static List<String> terms(CurriculumDraft draft, String changed, String value) {
		List<String> form = new ArrayList<>(
				List.of("doe", "voorwaarden", "revision", String.valueOf(draft.revision())));
		List<String> fields = List.of("title", draft.title(), "level", "2", "role", draft.role().code(), "basis",
				"expiry", "day", "31", "month", "12", "minimum", "6", "minimumUnit", "months", "period", "24",
				"periodUnit", "months", "window", "3", "windowUnit", "months", "grace", "0", "graceUnit", "months",
				"early", "COUNTS", "due", "3", "dueUnit", "months");
		for (int i = 0; i < fields.size(); i += 2) {
			form.add(fields.get(i));
			form.add(fields.get(i).equals(changed) ? value : fields.get(i + 1));
		}
		return form;
	}

	private PageClient coordinator(String username, String name) {
		String password = this.accounts.create(username, name, this.people.register(name),
				Set.of(AccountRole.COORDINATOR), this.municipality, null);
		return new PageClient(this.port, this.demo).signIn(username, password);
	}

	private Curriculum ready() {
		return this.curricula.current(READY).orElseThrow();
	}

	private CurriculumDraft draft() {
		return this.drafts.draft(READY + "@" + this.municipality + "-1").orElseThrow();
	}

	private static long revision(CurriculumDraft draft) {
		return Objects.requireNonNull(draft.revision());
	}

}
