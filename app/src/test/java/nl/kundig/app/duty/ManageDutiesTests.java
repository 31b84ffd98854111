package nl.kundig.app.duty;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.DraftChange;
import nl.kundig.courses.curriculum.PartPath;
import nl.kundig.courses.duty.DecisionService;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Finding;
import nl.kundig.courses.duty.Standing;
import nl.kundig.courses.duty.TrialService;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test has a municipality of its own, so that nobody else's people are in the way.
 */
@KundigTest
class ManageDutiesTests {

	private static final String TRIALS = "/beheer/proefdraaien";

	private static final String EXTENSIONS = "/beheer/verlengingen";

	private static final Pattern SEEN = Pattern.compile("name=\"gezien\" value=\"([0-9a-f]+)\"");

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
	private CurriculumDraftService concepts;

	@Autowired
	private DutyService duties;

	@Autowired
	private TrialService trials;

	@Autowired
	private DecisionService decisions;

	private MunicipalityId place;

	private PageClient coordinator;

	private CurriculumId deskCurriculum;

	@BeforeEach
	void signIn() {
		this.place = new MunicipalityId("plaats-" + UUID.randomUUID());
		this.people.add(new Municipality(this.place, "Nieuwstad", new RegionId("elders")));
		this.coordinator = coordinator();
		this.deskCurriculum = this.curricula.curriculum(LearnerRole.DESK_EMPLOYEE).orElseThrow().curriculum();
	}

	@Test
	void aRuleIsTriedOutAndThenExactlyThatHappens() {
		LearnerId mia = takes("Mia Manager", LearnerRole.MANAGER);
		HttpResponse<String> started = this.coordinator.post(TRIALS, rule("2"));
		assertThat(started.statusCode()).isEqualTo(302);
		HttpResponse<String> page = result(started);
		assertThat(page.body()).contains("Mia Manager", "Krijgt een verplichting erbij", "1 verplichting",
				"Activeren: precies dit");
		assertThat(has(mia)).isFalse();
		HttpResponse<String> activated = this.coordinator.post(path(started) + "/activeren", "gezien", seen(page));
		assertThat(activated.statusCode()).isEqualTo(302);
		assertThat(this.coordinator.follow(activated).body()).contains("Geactiveerd. Wat u zag, geldt nu.");
		assertThat(has(mia)).isTrue();
		HttpResponse<String> again = this.coordinator.post(path(started) + "/activeren", "gezien", seen(page));
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("Iemand was u voor");
		assertThat(this.coordinator.get("/beheer/regels").body()).contains("Leidinggevenden leren mee", "Nieuwstad");
	}

	@Test
	void anOutdatedTrialSaysWhatDiffersAndAsksAgain() {
		takes("Mia Manager", LearnerRole.MANAGER);
		HttpResponse<String> started = this.coordinator.post(TRIALS, rule("2"));
		String seen = seen(result(started));
		LearnerId late = takes("Lot Later", LearnerRole.MANAGER);
		int rules = this.duties.policy().rules().size();
		HttpResponse<String> outdated = this.coordinator.post(path(started) + "/activeren", "gezien", seen);
		assertThat(outdated.statusCode()).isEqualTo(409);
		assertThat(outdated.body()).contains("Er is intussen iets veranderd", "<li>Lot Later</li>",
				"het was 1, het is nu 2");
		assertThat(this.duties.policy().rules()).hasSize(rules);
		assertThat(this.coordinator.post(path(started) + "/activeren", "gezien", seen(outdated)).statusCode())
			.isEqualTo(302);
		assertThat(has(late)).isTrue();
	}

	@Test
	void aTrialIsOfItsMunicipalityAndARegionSeesNoNames() {
		takes("Mia Manager", LearnerRole.MANAGER);
		HttpResponse<String> started = this.coordinator.post(TRIALS, rule("2"));
		assertThat(coordinator().get(path(started)).body()).contains("Mia Manager");
		PageClient other = new PageClient(this.port, this.demo).signIn("coordinator.hoogveld");
		assertThat(other.get(path(started)).statusCode()).isEqualTo(404);
		assertThat(other.post(path(started) + "/activeren").statusCode()).isEqualTo(404);
		assertThat(other.post(path(started) + "/vergeten").statusCode()).isEqualTo(404);
		PageClient region = region();
		HttpResponse<String> numbers = region.get(path(started));
		assertThat(numbers.statusCode()).isEqualTo(200);
		assertThat(numbers.body()).contains("1 verplichting")
			.doesNotContain("Mia Manager", "Activeren: precies dit", "Proef weggooien");
		assertThat(region.post(path(started) + "/activeren").statusCode()).isEqualTo(404);
		assertThat(region.get(TRIALS + "/nieuw").statusCode()).isEqualTo(404);
	}

	@Test
	void aDraftIsTriedOutAndNotActivatedBeforeItIsPublished() {
		assertThat(this.coordinator.get(TRIALS + "/nieuw?wat=concept").body())
			.contains("Er is geen concept om te proberen.", "href=\"/beheer/curricula\"")
			.doesNotContain("type=\"submit\">Proefdraaien");
		Curriculum ready = this.curricula.current(this.deskCurriculum).orElseThrow();
		CurriculumDraft draft = this.concepts.adopt(ready, this.place, "iemand.anders");
		CurriculumDraft national = this.concepts.revise(ready, "iemand.anders");
		assertThat(this.coordinator.get(TRIALS + "/nieuw?wat=concept&leerlijn=" + draft.id()).body())
			.contains("U kunt een concept hier niet activeren.", "value=\"" + draft.id() + "\" selected=\"selected\"",
					"(Concept, ")
			.doesNotContain("value=\"" + national.id() + "\"");
		assertMistake(this.coordinator.post(TRIALS, concept(national)), "Kies een concept uit de lijst.");
		HttpResponse<String> started = this.coordinator.post(TRIALS, concept(draft));
		assertThat(started.statusCode()).isEqualTo(302);
		assertThat(result(started).body()).contains("Deze versie is nog niet gepubliceerd.")
			.doesNotContain("Activeren: precies dit", "bekijken en activeren");
		HttpResponse<String> refused = this.coordinator.post(path(started) + "/activeren", "gezien", "0");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Dat moet eerst, door iemand anders", "Er is niets geactiveerd");
		this.concepts.withdraw(national.id(), revision(national), "iemand.anders");
		this.concepts.withdraw(draft.id(), revision(draft), "iemand.anders");
		assertMistake(this.coordinator.post(TRIALS, concept(draft)), "Kies een concept uit de lijst.");
	}

	@Test
	void anEditorCannotActivateADraftAlone() {
		Curriculum ready = this.curricula.current(this.deskCurriculum).orElseThrow();
		CurriculumDraft draft = this.concepts.revise(ready, "redactie");
		draft = this.concepts.change(draft.id(), revision(draft),
				new DraftChange.Remove(PartPath.top(PartPath.ROOT).child(0)), "redactie");
		PageClient editor = new PageClient(this.port, this.demo).signIn("redactie");
		HttpResponse<String> started = editor.post(TRIALS, "wat", "concept", "voor", Managing.EVERYWHERE, "leerlijn",
				draft.id());
		assertThat(started.statusCode()).isEqualTo(302);
		HttpResponse<String> refused = editor.post(path(started) + "/activeren", "gezien", "0");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Dat moet eerst, door iemand anders");
		assertThat(this.curricula.current(this.deskCurriculum)).contains(ready);
		this.concepts.withdraw(draft.id(), revision(draft), "redactie");
	}

	@Test
	void badRulesAreRefusedWhereThePersonLooks() {
		int rules = this.duties.policy().rules().size();
		assertMistake(this.coordinator.post(TRIALS, rule("0")), "De termijn moet ten minste 1 maand zijn");
		assertMistake(this.coordinator.post(TRIALS, rule("4800")), "De termijn moet ten minste 1 maand zijn");
		assertMistake(this.coordinator.post(TRIALS, rule("twee")), "Vul een heel getal in");
		assertMistake(this.coordinator.post(TRIALS, with(rule("2"), "leerlijn", "bestaat-niet")),
				"Kies een leerlijn uit de lijst");
		assertMistake(this.coordinator.post(TRIALS, with(rule("2"), "vanaf", "1999-12-31")), "Deze datum kan niet");
		assertMistake(this.coordinator.post(TRIALS, with(rule("2"), "vanaf", "31-31-2026")), "Vul een datum in");
		assertMistake(this.coordinator.post(TRIALS, with(rule("2"), "tekst", " ")), "Schrijf de regel in één zin");
		assertMistake(this.coordinator.post(TRIALS, with(rule("2"), "voor", Managing.EVERYWHERE)),
				"Maak een keuze uit de lijst");
		assertMistake(this.coordinator.post(TRIALS, "wat", "functiegroep", "voor", this.place.value(), "functiegroep",
				"manager", "naar", "manager"), "Kies twee verschillende functiegroepen");
		assertMistake(
				this.coordinator.post(TRIALS, "wat", "geldigheid", "voor", this.place.value(), "leerlijn",
						this.deskCurriculum.value(), "maanden", "0", "venster", "3", "uitloop", "0"),
				"De geldigheid moet");
		assertThat(this.coordinator.post(TRIALS, "wat", "iets").statusCode()).isEqualTo(404);
		assertThat(this.trials.trials(this.place)).isEmpty();
		assertThat(this.duties.policy().rules()).hasSize(rules);
	}

	@Test
	void anExtensionIsPreviewedActivatedAndTakenBack() {
		LearnerId bea = takes("Bea Balie", LearnerRole.DESK_EMPLOYEE);
		LocalDate due = due(bea);
		String[] form = extension("2");
		HttpResponse<String> preview = this.coordinator.post(EXTENSIONS + "/voorbeeld", form);
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("Bea Balie", "1 mens", "verhuizing");
		assertThat(due(bea)).isEqualTo(due);
		HttpResponse<String> done = this.coordinator.post(EXTENSIONS, with(form, "gezien", seen(preview)));
		assertThat(done.statusCode()).isEqualTo(302);
		HttpResponse<String> list = this.coordinator.follow(done);
		assertThat(list.body()).contains("Meer tijd voor: 1 mens.", "2 maanden");
		assertThat(due(bea)).isEqualTo(due.plusMonths(2));
		Matcher reverse = Pattern.compile("action=\"(/beheer/verlengingen/[^\"]+/terugdraaien)\"").matcher(list.body());
		assertThat(reverse.find()).isTrue();
		assertThat(this.coordinator.post(reverse.group(1), "reden", " ").statusCode()).isEqualTo(422);
		assertThat(new PageClient(this.port, this.demo).signIn("coordinator.hoogveld")
			.post(reverse.group(1), "reden", "zomaar")
			.statusCode()).isEqualTo(404);
		assertThat(due(bea)).isEqualTo(due.plusMonths(2));
		HttpResponse<String> reversed = this.coordinator.post(reverse.group(1), "reden", "toch niet nodig");
		assertThat(this.coordinator.follow(reversed).body()).contains("Teruggedraaid", "toch niet nodig");
		assertThat(due(bea)).isEqualTo(due);
		assertThat(this.duties.history(bea).orElseThrow().facts()).hasSize(2);
	}

	@Test
	void anOutdatedExtensionSaysWhoDiffersAndDoesNothing() {
		takes("Bea Balie", LearnerRole.DESK_EMPLOYEE);
		String[] form = extension("2");
		HttpResponse<String> preview = this.coordinator.post(EXTENSIONS + "/voorbeeld", form);
		LearnerId late = takes("Lot Later", LearnerRole.DESK_EMPLOYEE);
		int before = this.decisions.decisions().size();
		HttpResponse<String> outdated = this.coordinator.post(EXTENSIONS, with(form, "gezien", seen(preview)));
		assertThat(outdated.statusCode()).isEqualTo(409);
		assertThat(outdated.body()).contains("Er is intussen iets veranderd", "<li>Lot Later</li>");
		assertThat(this.decisions.decisions()).hasSize(before);
		assertThat(this.duties.history(late).orElseThrow().facts()).isEmpty();
	}

	@Test
	void badExtensionsAreRefusedWhereThePersonLooks() {
		int before = this.decisions.decisions().size();
		for (String path : List.of(EXTENSIONS + "/voorbeeld", EXTENSIONS)) {
			assertMistake(this.coordinator.post(path, extension("0")), "Kies ten minste 1 maand");
			assertMistake(this.coordinator.post(path, extension("4800")), "Kies ten minste 1 maand");
			assertMistake(this.coordinator.post(path, extension("veel")), "Vul een heel getal in");
			assertMistake(this.coordinator.post(path, with(extension("2"), "leerlijn", "nergens")),
					"Kies een leerlijn uit de lijst");
			assertMistake(this.coordinator.post(path, with(extension("2"), "reden", "")), "Schrijf waarom");
			assertMistake(
					this.coordinator.post(path, with(with(extension("2"), "hoe", "datum"), "datum", "2001-01-01")),
					"Kies een dag vanaf vandaag");
			assertMistake(this.coordinator.post(path, with(extension("2"), "voor", Managing.EVERYWHERE)),
					"Maak een keuze uit de lijst");
		}
		assertThat(this.decisions.decisions()).hasSize(before);
	}

	@Test
	void aCurriculumEditedWithManyActiveChangesNobodyUntilTheMigrationAndThenAsPreviewed() {
		CurriculumId id = new CurriculumId("proef-" + UUID.randomUUID());
		List<CurriculumRequirement> old = requirements().subList(0, 2);
		Curriculum first = curriculum(id, old);
		this.curricula.publish(first);
		// The rule that came with it asks it of every manager; here the own ones count.
		List<LearnerId> active = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			LearnerId learner = takes("Leider " + i, LearnerRole.MANAGER);
			if (i % 3 == 0) {
				this.duties.record(learner, new Finding.Achieved(old.getLast()), LocalDate.now(CurriculumService.ZONE),
						"test", "test");
			}
			active.add(learner);
		}
		List<Standing> before = active.stream().map(this.duties::standing).toList();
		Curriculum second = curriculum(id, requirements().subList(1, 3));
		this.curricula.publish(second);
		String path = "/beheer/curricula/" + id + "/overstap/" + second.version();
		HttpResponse<String> preview = this.coordinator.get(path);
		assertThat(preview.body()).contains("12 mensen", "12 onderdelen", "Leider 11", "Komt erbij", "Vervalt");
		assertThat(active.stream().map(this.duties::standing).toList()).isEqualTo(before);
		LearnerId late = takes("Lot Later", LearnerRole.MANAGER);
		this.duties.record(active.getFirst(), new Finding.Achieved(old.getFirst()),
				LocalDate.now(CurriculumService.ZONE), "test", "test");
		HttpResponse<String> outdated = this.coordinator.post(path, "gezien", seen(preview));
		assertThat(outdated.statusCode()).isEqualTo(409);
		assertThat(outdated.body()).contains("Er is intussen iets veranderd", "<li>Leider 0</li>")
			.doesNotContain("<li>Leider 1</li>");
		assertThat(version(active.getLast(), id)).isEqualTo(first.version());
		assertThat(version(late, id)).isEqualTo(second.version());
		HttpResponse<String> done = this.coordinator.post(path, "gezien", seen(outdated));
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(this.coordinator.follow(done).body()).contains("Gedaan.", "heeft deze versie al");
		assertThat(active).allSatisfy((learner) -> assertThat(version(learner, id)).isEqualTo(second.version()));
		assertThat(this.coordinator.get("/beheer/curricula/ander/overstap/" + second.version()).statusCode())
			.isEqualTo(404);
		withdraw(id);
	}

	/** The managers of other tests keep what they had. */
	private void withdraw(CurriculumId id) {
		this.duties.policy()
			.rules()
			.stream()
			.filter((rule) -> rule.curriculum().equals(id))
			.toList()
			.forEach((rule) -> this.duties
				.activate(rule.withdraw(LocalDate.now(CurriculumService.ZONE), "test", Instant.now())));
	}

	private List<CurriculumRequirement> requirements() {
		return this.curricula.curriculum(LearnerRole.DESK_EMPLOYEE).orElseThrow().requirements();
	}

	private static Curriculum curriculum(CurriculumId id, List<CurriculumRequirement> requirements) {
		return Curriculum.of(id, "Leiding geven", 1, LearnerRole.MANAGER, 24, requirements, List.of(), Instant.now());
	}

	private String version(LearnerId learner, CurriculumId curriculum) {
		return this.duties.standing(learner).duty(curriculum).map(DutyStanding::version).orElse("");
	}

	private boolean has(LearnerId learner) {
		return this.duties.standing(learner).duty(this.deskCurriculum).isPresent();
	}

	private LocalDate due(LearnerId learner) {
		return this.duties.standing(learner).duty(this.deskCurriculum).map(DutyStanding::dueOn).orElseThrow();
	}

	private LearnerId takes(String name, LearnerRole role) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, role, this.place, null, LocalDate.now(CurriculumService.ZONE));
		return learner;
	}

	private String[] rule(String months) {
		return new String[] { "wat", "regel", "voor", this.place.value(), "tekst", "Leidinggevenden leren mee",
				"functiegroep", "manager", "leerlijn", this.deskCurriculum.value(), "maanden", months, "begint",
				"RULE_ACTIVATED", "vanaf", LocalDate.now(CurriculumService.ZONE).toString() };
	}

	private String[] concept(CurriculumDraft draft) {
		return new String[] { "wat", "concept", "voor", this.place.value(), "leerlijn", draft.id() };
	}

	private static long revision(CurriculumDraft draft) {
		return Objects.requireNonNull(draft.revision());
	}

	private String[] extension(String months) {
		return new String[] { "voor", this.place.value(), "leerlijn", this.deskCurriculum.value(), "hoe", "maanden",
				"maanden", months, "reden", "verhuizing" };
	}

	private static String[] with(String[] form, String name, String value) {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < form.length; i += 2) {
			if (!form[i].equals(name)) {
				all.addAll(List.of(form[i], form[i + 1]));
			}
		}
		all.addAll(List.of(name, value));
		return all.toArray(String[]::new);
	}

	/** The result, however long it took. */
	private HttpResponse<String> result(HttpResponse<String> started) {
		HttpResponse<String> page = this.coordinator.follow(started);
		while (page.body().contains("Kijk opnieuw")) {
			assertThat(this.coordinator.get(path(started) + "/voortgang.json").body()).contains("\"ended\":");
			page = this.coordinator.follow(started);
		}
		return page;
	}

	private static String path(HttpResponse<String> started) {
		String target = started.headers().firstValue("Location").orElseThrow();
		return target.substring(target.indexOf(TRIALS));
	}

	private static String seen(HttpResponse<String> page) {
		Matcher seen = SEEN.matcher(page.body());
		assertThat(seen.find()).isTrue();
		return seen.group(1);
	}

	private static void assertMistake(HttpResponse<String> answer, String message) {
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(message, "Er is niets veranderd.");
	}

	private PageClient coordinator() {
		return signIn(AccountRole.COORDINATOR, this.place, null);
	}

	private PageClient region() {
		return signIn(AccountRole.REGIONAL_COORDINATOR, null, new RegionId("elders"));
	}

	private PageClient signIn(AccountRole role, @Nullable MunicipalityId municipality, @Nullable RegionId region) {
		String username = "beheer." + UUID.randomUUID();
		String password = this.accounts.create(username, "Carla Coördinator", this.people.register("Carla"),
				Set.of(role), municipality, region);
		return new PageClient(this.port, this.demo).signIn(username, password);
	}

}
