package nl.kundig.app.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.Mails;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.mail.Outbox;
import nl.kundig.app.training.AnswerLinks;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.DraftChange;
import nl.kundig.courses.curriculum.GroupKind;
import nl.kundig.courses.curriculum.PartPath;
import nl.kundig.courses.duty.Draft;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.Extension;
import nl.kundig.courses.duty.Fact;
import nl.kundig.courses.duty.Finding;
import nl.kundig.courses.duty.TrialService;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.knowledge.KnowledgeService;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofDraft;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.ProofSubject;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens every page as every role. A page that is new fails here until it has a sample.
 */
@KundigTest
@ExtendWith(Browser.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityWalkTests {

	private static final List<String> MODULES = List.of("m1", "m3", "m5", "m6");

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private static final Set<String> NOT_PAGES = Set.of("/certificaten/{number}.pdf", "/kennisbank/zoek.json",
			"/kennisbank/symbolen/{slug}/tekening.svg", "/.well-known/security.txt",
			"/beheer/proefdraaien/{id}/voortgang.json", "/beheer/post/{id}/bijlagen/{number}",
			"/beheer/behoefte/{year}.{format}", "/inschrijvingen/bewijs/{proof}",
			"/beheer/trainingen/{session}/deelnemerslijst.{format}", "/beheer/bewijzen/{proof}/bestand",
			"/agenda/{secret}.ics");

	private static final Set<String> PUBLIC = Set.of("/inloggen", "/controle", "/controle/{code}", "/toegankelijkheid",
			"/error", "/antwoord/akkoord/{token}", "/antwoord/aanbod/{token}");

	private static final String OWN_DRAFT = "/beheer/curricula/signaleren-sociaal-domein@waterkerk-1";

	private static final String READY_DRAFT = "/beheer/curricula/signaleren-sociaal-domein-1";

	private final Set<String> checked = new HashSet<>();

	@Autowired
	private DemoAccounts demo;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private CurriculumDraftService drafts;

	@Autowired
	private AccountService accounts;

	@Autowired
	private PeopleService people;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private DutyService duties;

	@Autowired
	private ContentService content;

	@Autowired
	private CertificateService certificates;

	@Autowired
	private KnowledgeService knowledge;

	@Autowired
	private TrialService trials;

	@Autowired
	private SessionService sessions;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private ProofService proofs;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private AnswerLinks answerLinks;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@LocalServerPort
	private int port;

	private HtmlValidator validator;

	private String deskPassword;

	private LearnerId waterkerker;

	private final List<Sample> samples = new ArrayList<>();

	/** Everybody there is; the desk employee sees the whole of the content. */
	enum Role {

		ANONYMOUS(null), DESK_EMPLOYEE("baliemedewerker.proef"), BOA("boa.waterkerk"),
		COORDINATOR("coordinator.waterkerk"), REGION("regio"), EDITOR("redactie"), AUDITOR("auditor.waterkerk"),
		PARTNER("partner.waterkerk");

		private final @Nullable String username;

		Role(@Nullable String username) {
			this.username = username;
		}

	}

	/**
	 * A page to open.
	 *
	 * @param more more of the same template, so that one role is enough
	 */
	record Sample(String pattern, String url, boolean more) {
	}

	@BeforeAll
	void prepare() throws Exception {
		this.validator = new HtmlValidator();
		// A person of our own: the journeys begin with people who did nothing yet.
		MunicipalityId municipality = new MunicipalityId("hoogveld");
		LearnerId desk = this.people.register("Proef Balie");
		this.people.takeRole(desk, LearnerRole.DESK_EMPLOYEE, municipality, null, LocalDate.now());
		this.deskPassword = this.accounts.create("baliemedewerker.proef", "Proef Balie", desk, Set.of(), municipality,
				null);
		Solutions solutions = new Solutions(this.quizzes);
		for (Role role : Role.values()) {
			if (role.username != null) {
				LearnerId learner = ((LoggedIn) this.accounts.loadUserByUsername(role.username)).learner();
				solutions.take(learner, new LearningModuleId("m1"), false);
				solutions.take(learner, new LearningModuleId("m1"), true);
				this.quizzes.start(learner, new LearningModuleId("m1"));
			}
		}
		MODULES.stream().skip(1).forEach((module) -> solutions.take(desk, new LearningModuleId(module), true));
		this.waterkerker = this.people.register("Wil van der Water-Kerkhoven tot Waterkerk");
		this.people.takeRole(this.waterkerker, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("waterkerk"), null,
				LocalDate.now().minusMonths(2));
		decide();
		draft();
		addSamples(this.certificates.certificates(desk).getFirst().code());
	}

	/** So that the cards show every kind of fact. */
	private void decide() {
		LocalDate today = LocalDate.now(PeopleService.ZONE);
		CurriculumId curriculum = new CurriculumId("signaleren-balie");
		PassModule module = new PassModule(new LearningModuleId("m3"));
		LearnerId by = ((LoggedIn) this.accounts.loadUserByUsername("coordinator.waterkerk")).learner();
		Fact pass = this.duties.record(this.waterkerker, new Finding.Achieved(module), today.minusDays(3),
				this.waterkerker.value(), "1");
		for (Finding finding : List.of(new Finding.Revoked(pass.id(), "Gemaakt door een collega."),
				new Finding.Exempted(module, today.plusMonths(3), "Werkte bij de politie.", "Diploma"),
				new Finding.NotApplicable(new PassModule(new LearningModuleId("m5")), null, "Past niet bij dit werk."),
				new Finding.Extended(curriculum, new Extension.ThroughDay(today.plusMonths(2)), "Langdurig ziek."))) {
			this.duties.record(this.waterkerker, finding, today, by.value(), "by hand:1");
		}
	}

	/** A draft with every kind of part, and a newer original that differs about one. */
	private void draft() {
		Curriculum ready = this.curricula.current(new CurriculumId("signaleren-sociaal-domein")).orElseThrow();
		CurriculumDraft own = this.drafts.adopt(ready, new MunicipalityId("waterkerk"), "coordinator.waterkerk");
		PartPath top = PartPath.top(PartPath.ROOT);
		for (DraftChange change : List.of(new DraftChange.SetLeaf(top.child(0), 45, Set.of()),
				new DraftChange.IntoGroup(top.child(1)), new DraftChange.AddGroup(top, GroupKind.AT_LEAST),
				new DraftChange.AddTree(PartPath.RETURN), new DraftChange.AddTree("refresher-0"))) {
			own = this.drafts.change(own.id(), revision(own), change, "coordinator.waterkerk");
		}
		CurriculumDraft next = this.drafts.revise(ready, "redactie");
		next = this.drafts.change(next.id(), revision(next), new DraftChange.SetLeaf(top.child(0), 30, Set.of()),
				"redactie");
		next = this.drafts.offer(next.id(), revision(next), "redactie");
		this.drafts.publish(next.id(), revision(next), "tweede.redacteur");
	}

	private static long revision(CurriculumDraft draft) {
		return Objects.requireNonNull(draft.revision());
	}

	private void addSamples(String code) {
		add("/", "/");
		add("/leerlijn", "/leerlijn");
		add("/leerlijn/waarom/{duty}", "/leerlijn/waarom/signaleren-balie");
		more("/leerlijn/waarom/{duty}", "/leerlijn/waarom/signaleren-balie?op=2029-12-31");
		more("/leerlijn/waarom/{duty}", "/leerlijn/waarom/signaleren-balie?op=2020-01-01");
		add("/leerlijn/waarom-niet/{curriculum}", "/leerlijn/waarom-niet/verdieping-beleid");
		add("/certificaten", "/certificaten");
		add("/melden", "/melden");
		add("/inloggen", "/inloggen");
		more("/inloggen", "/inloggen?fout");
		more("/inloggen", "/inloggen?uitgelogd");
		add("/controle", "/controle");
		add("/controle/{code}", "/controle/" + code, "/controle/ONBEKEND");
		add("/toegankelijkheid", "/toegankelijkheid");
		add("/error", "/error");
		Map<String, String> links = this.answerLinks.make();
		add("/antwoord/akkoord/{token}", "/antwoord/akkoord/" + links.get("LA"));
		add("/antwoord/aanbod/{token}", "/antwoord/aanbod/" + links.get("LO"));
		more("/antwoord/aanbod/{token}", "/antwoord/aanbod/" + links.get("LZ"));
		add("/kennisbank", "/kennisbank", "/kennisbank?q=kruis+met+gebogen+armen", "/kennisbank?q=zzqqxx");
		List.of("q=", "q=hakenkuris", "kind=organisation&pagina=2", "pagina=99", "q=" + "vlag+".repeat(50))
			.forEach((query) -> more("/kennisbank", "/kennisbank?" + query));
		add("/kennisbank/symbolen/{slug}", "/kennisbank/symbolen/hakenkruis");
		this.knowledge.symbols()
			.forEach((symbol) -> more("/kennisbank/symbolen/{slug}", "/kennisbank/symbolen/" + symbol.slug()));
		add("/kennisbank/organisaties/{slug}", "/kennisbank/organisaties/isis");
		this.knowledge.organisations()
			.forEach((organisation) -> more("/kennisbank/organisaties/{slug}",
					"/kennisbank/organisaties/" + organisation.slug()));
		for (String module : MODULES) {
			sample("/modules/{id}", "/modules/" + module, !"m1".equals(module));
			this.content.module(new LearningModuleId(module))
				.orElseThrow()
				.sections()
				.forEach((section) -> sample("/modules/{id}/{section}", "/modules/" + module + "/" + section.id(),
						!("m1".equals(module) && "vijf-begrippen".equals(section.id()))));
		}
		add("/modules/{id}/toets", "/modules/m1/toets", "/modules/m3/toets");
		add("/modules/{id}/toets/{number}", "/modules/m1/toets/3", "/modules/m1/toets/3?vraag=0");
		more("/modules/{id}/toets/{number}", "/modules/m1/toets/3?vraag=6");
		add("/modules/{id}/toets/{number}/uitslag", "/modules/m1/toets/1/uitslag", "/modules/m1/toets/2/uitslag");
		MODULES.stream()
			.skip(1)
			.forEach((module) -> more("/modules/{id}/toets/{number}/uitslag",
					"/modules/" + module + "/toets/1/uitslag"));
		add("/beheer", "/beheer");
		add("/beheer/gemeenten/{id}", "/beheer/gemeenten/waterkerk", "/beheer/gemeenten/hoogveld");
		add("/beheer/deelnemers", "/beheer/deelnemers", "/beheer/deelnemers?naam=zzqqxx");
		String participant = "/beheer/deelnemers/{learner}";
		String somebody = "/beheer/deelnemers/" + this.waterkerker;
		add(participant, somebody);
		add(participant + "/waarom/{duty}", somebody + "/waarom/signaleren-balie",
				somebody + "/waarom/signaleren-balie?op=2028-12-31");
		add(participant + "/waarom-niet/{curriculum}", somebody + "/waarom-niet/signaleren-boa");
		add(participant + "/waarom/{duty}/{kind}", somebody + "/waarom/signaleren-balie/vrijstelling",
				somebody + "/waarom/signaleren-balie/uitstel");
		add(participant + "/functies/nieuw", somebody + "/functies/nieuw");
		add(participant + "/functies/{number}/einde", somebody + "/functies/0/einde");
		add("/beheer/opslag", "/beheer/opslag");
		add("/beheer/herstel", "/beheer/herstel");
		add("/beheer/post", "/beheer/post", "/beheer/post?stand=opgegeven");
		add("/beheer/post/{id}", "/beheer/post/" + Mails.write(this.outbox, this.mongo, this.waterkerker));
		add("/beheer/curricula", "/beheer/curricula");
		add("/beheer/curricula/{curriculum}/versies", "/beheer/curricula/signaleren-balie/versies");
		add("/beheer/curricula/{id}", OWN_DRAFT, READY_DRAFT);
		add("/beheer/curricula/{id}/samenvoegen", OWN_DRAFT + "/samenvoegen");
		add("/beheer/kennisbank", "/beheer/kennisbank");
		add("/beheer/kennisbank/symbolen/{slug}", "/beheer/kennisbank/symbolen/hakenkruis");
		addDuties();
		addTrainings();
		add("", "/bestaat-niet");
	}

	private void addDuties() {
		MunicipalityId waterkerk = new MunicipalityId("waterkerk");
		Curriculum current = this.curricula.curriculum(LearnerRole.DESK_EMPLOYEE).orElseThrow();
		String trial = this.trials.start(new Draft.RoleDraft(LearnerRole.DESK_EMPLOYEE, LearnerRole.MANAGER, waterkerk),
				waterkerk, "Proef");
		add("/beheer/regels", "/beheer/regels");
		add("/beheer/proefdraaien", "/beheer/proefdraaien");
		add("/beheer/proefdraaien/nieuw", "/beheer/proefdraaien/nieuw?wat=regel",
				"/beheer/proefdraaien/nieuw?wat=versie", "/beheer/proefdraaien/nieuw?wat=geldigheid",
				"/beheer/proefdraaien/nieuw?wat=functiegroep", "/beheer/proefdraaien/nieuw?wat=concept");
		add("/beheer/proefdraaien/{id}", "/beheer/proefdraaien/" + trial);
		add("/beheer/verlengingen", "/beheer/verlengingen");
		add("/beheer/curricula/{curriculum}/overstap/{version}",
				"/beheer/curricula/" + current.curriculum() + "/overstap/" + current.version());
	}

	/** One session with a seat of the BOA, an offer and somebody who waits. */
	private void addTrainings() {
		RegionId delta = new RegionId("delta");
		Actor region = Actor.region("regio", delta);
		LocalDate day = LocalDate.now(PeopleService.ZONE).plusDays(60);
		SessionPlan plan = new SessionPlan(List.of(new HalfDay(day, LocalTime.of(9, 30), LocalTime.of(13, 0))),
				new Venue("Zalencentrum De Allerlangstenaamvandehelestreek, Burgemeesterswijk 1, Waterkerk", null,
						null),
				SessionTerms.of("Tess Trainer", 2, day.minusDays(7)));
		SessionId session = this.sessions.plan(new TrainingId("ror-basis"), Owner.of(delta), plan, region).id();
		LearnerId boa = learner("boa.waterkerk");
		EnrolmentId seat = seat(session, boa, "waterkerk", region);
		EnrolmentId freed = seat(session, learner("partner.waterkerk"), "waterkerk", region);
		seat(session, learner("baliemedewerker.proef"), "hoogveld", region);
		seat(session, this.waterkerker, "waterkerk", region);
		this.enrolments.withdraw(session, freed, region, "Kan niet");
		add("/trainingen", "/trainingen", "/trainingen?weergave=maand", "/trainingen?niveau=4&vrij=ja");
		add("/trainingen/volgorde", "/trainingen/volgorde");
		add("/trainingen/catalogus/{training}", "/trainingen/catalogus/ror-basis");
		more("/trainingen/catalogus/{training}", "/trainingen/catalogus/ror-verdieping");
		add("/trainingen/{session}", "/trainingen/" + session);
		add("/trainingen/{session}/waarom", "/trainingen/" + session + "/waarom");
		addRegion("/beheer/regio/trainingen/", session);
		add("/inschrijvingen", "/inschrijvingen");
		add("/inschrijvingen/bewijs", "/inschrijvingen/bewijs");
		String colleague = "/inschrijvingen/" + session + "/" + seat + "/collega";
		add("/inschrijvingen/{session}/{enrolment}/collega", colleague, colleague + "?naam=an",
				colleague + "?naam=zzqq");
		addDesk(session, seat);
	}

	private void addDesk(SessionId session, EnrolmentId seat) {
		String desk = "/beheer/trainingen";
		String one = desk + "/" + session;
		add(desk, desk);
		add(desk + "/instellingen", desk + "/instellingen");
		add(desk + "/{session}", one);
		add(desk + "/{session}/deelnemers", one + "/deelnemers", one + "/deelnemers?naam=zzqqxx");
		add(desk + "/{session}/deelnemers/{learner}", one + "/deelnemers/" + learner("beleid.waterkerk"));
		add(desk + "/{session}/inschrijvingen/{enrolment}", one + "/inschrijvingen/" + seat);
		add(desk + "/{session}/aanwezigheid", one + "/aanwezigheid");
		add("/beheer/bewijzen", "/beheer/bewijzen");
		Proof proof = this.proofs.handIn(ProofDraft.elsewhere(this.waterkerker, new MunicipalityId("waterkerk"),
				new ProofSubject.OfTraining(new TrainingId("ror-basis")), LocalDate.now(PeopleService.ZONE), "ROR"),
				picture(), "bewijs.png");
		add("/beheer/bewijzen/{proof}", "/beheer/bewijzen/" + proof.id());
	}

	private static byte[] picture() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private void addRegion(String desk, SessionId session) {
		add("/beheer/regio/trainingen", "/beheer/regio/trainingen");
		add(desk + "nieuw", desk + "nieuw");
		add(desk + "{session}", desk + session);
		for (String page : List.of("/kopie", "/verplaatsen", "/wijzigen", "/annuleren")) {
			add(desk + "{session}" + page, desk + session + page);
		}
		add(desk + "{session}/reserve", desk + session + "/reserve", desk + session + "/reserve?naam=an",
				desk + session + "/reserve?naam=zzqq");
		add("/beheer/regio/regels", "/beheer/regio/regels");
		add("/beheer/behoefte", "/beheer/behoefte");
	}

	private LearnerId learner(String username) {
		return ((LoggedIn) this.accounts.loadUserByUsername(username)).learner();
	}

	private EnrolmentId seat(SessionId session, LearnerId learner, String municipality, Actor by) {
		return this.enrolments.add(session, Application.of(learner, new MunicipalityId(municipality)), by, "Proef")
			.enrolment()
			.id();
	}

	private void add(String pattern, String... urls) {
		List.of(urls).forEach((url) -> sample(pattern, url, false));
	}

	private void more(String pattern, String url) {
		sample(pattern, url, true);
	}

	private void sample(String pattern, String url, boolean more) {
		if (this.samples.stream().noneMatch((sample) -> sample.url().equals(url))) {
			this.samples.add(new Sample(pattern, url, more));
		}
	}

	@Test
	void everyPageHasASample() {
		Set<String> routes = new TreeSet<>();
		for (RequestMappingInfo route : this.mapping.getHandlerMethods().keySet()) {
			Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
			if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
				routes.addAll(route.getPatternValues());
			}
		}
		Set<String> covered = this.samples.stream().map(Sample::pattern).collect(Collectors.toSet());
		assertThat(routes).hasSizeGreaterThan(20)
			.allMatch((route) -> covered.contains(route) || NOT_PAGES.contains(route));
	}

	@Test
	void mistakesAreSeen(Browser browser) throws Exception {
		List<String> problems = new ArrayList<>();
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = visitor.newPage();
			String html = "<!DOCTYPE html><html lang=nl><title>T</title><main><img src='data:,' id=a>"
					+ "<details><summary>S</summary><img src='data:,' class=in></details><p id=a style='width:900px'>wide";
			page.setContent(html);
			check(page, html, "page", problems);
		}
		assertThat(problems).anyMatch((problem) -> problem.startsWith("page: 0 h1"))
			.anyMatch((problem) -> problem.startsWith("page: id twice: a"))
			.anyMatch((problem) -> problem.contains("image-alt") && problem.contains("class=\"in\""))
			.anyMatch((problem) -> problem.contains("px wide at 320"))
			.anyMatch((problem) -> problem.startsWith("page: line "));
	}

	@ParameterizedTest
	@EnumSource
	void everyPageIsAccessibleToEveryRole(Role role, Browser browser) throws Exception {
		List<String> problems = new ArrayList<>();
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = enter(visitor, role);
			for (Sample sample : this.samples) {
				if (role == Role.ANONYMOUS && !PUBLIC.contains(sample.pattern())) {
					assertSignInFirst(visitor, sample.url());
				}
				else if (!sample.more() || role == Role.ANONYMOUS || role == Role.DESK_EMPLOYEE) {
					Response response = page.navigate(sample.url());
					assertThat(response.status()).as(role + " " + sample.url()).isIn(expected(role, sample));
					check(page, response.text(), role + " " + sample.url(), problems);
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void everyPageIsAccessibleInEnglish(Browser browser) throws Exception {
		List<String> problems = new ArrayList<>();
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = enter(visitor, Role.EDITOR);
			page.navigate("/?taal=en");
			assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
			for (Sample sample : this.samples) {
				if (!sample.more()) {
					Response response = page.navigate(sample.url());
					check(page, response.text(), "English " + sample.url(), problems);
					assertThat(page.locator("html").getAttribute("lang")).as(sample.url()).isEqualTo("en");
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void pagesThatAnswerAFormAreAccessible(Browser browser) throws Exception {
		List<String> problems = new ArrayList<>();
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = enter(visitor, Role.EDITOR);
			page.navigate("/beheer/kennisbank/symbolen/hakenkruis");
			checkAfter(page, "Voorbeeld tonen", 200, problems);
			for (String field : List.of("name", "looks", "meaning", "otherMeanings", "contextQuestions", "origin")) {
				page.locator("#" + field).fill("");
			}
			checkAfter(page, "Publiceren", 422, problems);
			page.navigate("/modules/m1/toets/3?vraag=0");
			checkAfter(page, "Inleveren", 422, problems);
			for (String kind : List.of("regel", "geldigheid", "functiegroep")) {
				page.navigate("/beheer/proefdraaien/nieuw?wat=" + kind);
				checkAfter(page, "Proefdraaien", 422, problems);
			}
			page.navigate("/beheer/verlengingen");
			checkAfter(page, "Voorbeeld tonen", 422, problems);
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void formsOfTheCoordinatorSayWhatIsWrong(Browser browser) throws Exception {
		List<String> problems = new ArrayList<>();
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = enter(visitor, Role.COORDINATOR);
			String somebody = "/beheer/deelnemers/" + this.waterkerker;
			for (String kind : List.of("vrijstelling", "niet-van-toepassing", "uitstel")) {
				page.navigate(somebody + "/waarom/signaleren-balie/" + kind);
				checkAfter(page, "Vastleggen", 422, problems);
			}
			page.navigate(somebody + "/waarom/signaleren-balie");
			page.locator("a[href*=intrekken]").first().click();
			checkAfter(page, "Vastleggen", 422, problems);
			page.navigate(somebody + "/functies/nieuw");
			checkAfter(page, "Vastleggen", 422, problems);
			page.navigate(somebody + "/functies/0/einde");
			page.locator("#lastDay").fill("2001-01-01");
			checkAfter(page, "Vastleggen", 422, problems);
		}
		assertThat(problems).isEmpty();
	}

	private void checkAfter(Page page, String button, int status, List<String> problems) throws Exception {
		Response response = page.waitForResponse((answer) -> answer.request().isNavigationRequest(),
				() -> Browser.press(page, button));
		page.waitForLoadState();
		assertThat(response.status()).as(button).isEqualTo(status);
		check(page, response.text(), button + " " + page.url(), problems);
	}

	private Page enter(BrowserContext visitor, Role role) {
		if (role.username == null) {
			return visitor.newPage();
		}
		String password = (role == Role.DESK_EMPLOYEE) ? this.deskPassword : this.demo.passwords().get(role.username);
		return Browser.signIn(visitor, role.username, password);
	}

	private static void assertSignInFirst(BrowserContext visitor, String url) {
		APIResponse response = visitor.request().get(url, RequestOptions.create().setMaxRedirects(0));
		assertThat(response.status()).as(url).isEqualTo(302);
		assertThat(response.headers().get("location")).as(url).endsWith("/inloggen");
		response.dispose();
	}

	/** The statuses that are right; a page that is refused is a page too. */
	private static Set<Integer> expected(Role role, Sample sample) {
		if (sample.url().startsWith("/beheer/deelnemers")) {
			return Set.of((role == Role.COORDINATOR) ? 200 : 403);
		}
		boolean managing = Set.of(Role.COORDINATOR, Role.REGION, Role.EDITOR, Role.AUDITOR).contains(role);
		if (sample.pattern().equals("/beheer/post/{id}")) {
			return Set.of((role == Role.COORDINATOR || role == Role.REGION) ? 200 : 403);
		}
		boolean deciding = role == Role.COORDINATOR || role == Role.EDITOR;
		boolean duties = deciding || role == Role.REGION;
		if (sample.pattern().equals("/inschrijvingen/{session}/{enrolment}/collega")) {
			return Set.of((role == Role.BOA) ? 200 : 404);
		}
		if (sample.pattern().startsWith("/beheer/bewijzen")
				|| sample.pattern().equals("/beheer/trainingen/instellingen")) {
			return Set.of((role == Role.COORDINATOR) ? 200 : 403);
		}
		if (sample.pattern().startsWith("/beheer/trainingen")) {
			return Set.of((role == Role.COORDINATOR || role == Role.REGION) ? 200 : 403);
		}
		if (sample.pattern().startsWith("/beheer/regio") || sample.pattern().equals("/beheer/behoefte")) {
			return Set.of(expectedOfRegion(role, sample.pattern()));
		}
		if (sample.pattern().equals("/inschrijvingen/bewijs")) {
			boolean employed = !Set.of(Role.REGION, Role.EDITOR, Role.AUDITOR).contains(role);
			return Set.of(employed ? 200 : 404);
		}
		if (sample.pattern().equals("/beheer/proefdraaien/nieuw")) {
			return Set.of(!duties ? 403 : deciding ? 200 : 404);
		}
		if (sample.pattern().equals("/beheer/proefdraaien/{id}")) {
			return Set.of(!duties ? 403 : (role == Role.EDITOR) ? 404 : 200);
		}
		if (List
			.of("/beheer/regels", "/beheer/proefdraaien", "/beheer/verlengingen",
					"/beheer/curricula/{curriculum}/overstap/{version}")
			.contains(sample.pattern())) {
			return Set.of(duties ? 200 : 403);
		}
		return switch (sample.url()) {
			case "/bestaat-niet", "/controle/ONBEKEND", "/error" -> Set.of(404);
			case "/kennisbank?pagina=99" -> Set.of(400);
			case "/beheer" -> Set.of(managing ? 200 : 403);
			case "/beheer/opslag", "/beheer/herstel", "/beheer/post", "/beheer/post?stand=opgegeven" ->
				Set.of((role == Role.COORDINATOR || role == Role.REGION) ? 200 : 403);
			case "/beheer/curricula", "/beheer/curricula/signaleren-balie/versies" ->
				Set.of((managing && role != Role.AUDITOR) ? 200 : 403);
			case OWN_DRAFT, OWN_DRAFT + "/samenvoegen" ->
				Set.of((!managing || role == Role.AUDITOR) ? 403 : (role == Role.EDITOR) ? 404 : 200);
			case READY_DRAFT -> Set.of((!managing || role == Role.AUDITOR) ? 403 : (role == Role.EDITOR) ? 200 : 404);
			case "/beheer/kennisbank", "/beheer/kennisbank/symbolen/hakenkruis" ->
				Set.of((role == Role.EDITOR) ? 200 : 403);
			case "/beheer/gemeenten/waterkerk" -> Set.of(!managing ? 403 : (role == Role.EDITOR) ? 404 : 200);
			case "/beheer/gemeenten/hoogveld" -> Set.of(!managing ? 403 : (role == Role.REGION) ? 200 : 404);
			default -> Set.of(200);
		};
	}

	/** The session is the region's, and so are the rules. */
	private static int expectedOfRegion(Role role, String pattern) {
		if (role != Role.COORDINATOR) {
			return (role == Role.REGION) ? 200 : 403;
		}
		if (pattern.equals("/beheer/regio/regels")) {
			return 403;
		}
		return pattern.contains("{session}") ? 404 : 200;
	}

	/** The page without the name of whom it was made for, and without its token. */
	private static String withoutPerson(String html) {
		return html.replaceAll("(?s)<form class=\"kundig-user\".*?</form>", "")
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
	}

	private void check(Page page, String html, String where, List<String> problems) throws Exception {
		if (!this.checked.add(withoutPerson(html))) {
			// Another role got the very same page.
			return;
		}
		Set<String> found = new LinkedHashSet<>(this.validator.errors(html));
		page.evaluate("document.querySelectorAll('details').forEach((details) => details.open = true)");
		@SuppressWarnings("unchecked")
		Map<String, Object> facts = (Map<String, Object>) page.evaluate("""
				() => {
					const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
					return {
						headings: document.querySelectorAll("h1").length,
						twice: ids.filter((id, index) => ids.indexOf(id) !== index).join(" "),
					};
				}""");
		if (!Integer.valueOf(1).equals(facts.get("headings"))) {
			found.add(facts.get("headings") + " h1");
		}
		if (!"".equals(facts.get("twice"))) {
			found.add("id twice: " + facts.get("twice"));
		}
		new AxeBuilder(page).setLegacyMode(true)
			.withTags(WCAG)
			.analyze()
			.getViolations()
			.forEach((rule) -> rule.getNodes()
				.forEach((node) -> found.add(rule.getId() + " at " + node.getTarget() + " " + node.getHtml())));
		page.setViewportSize(Browser.NARROW, 800);
		if (Browser.width(page) > Browser.NARROW) {
			found.add(Browser.width(page) + " px wide at " + Browser.NARROW + ": " + page.evaluate("""
					[...document.querySelectorAll("main *")]
						.filter((element) => element.getBoundingClientRect().right > 320)
						.map((element) => element.tagName + "." + element.className).slice(0, 5).join(" ")"""));
		}
		page.setViewportSize(1280, 900);
		found.forEach((problem) -> problems.add(where + ": " + problem));
	}

}
