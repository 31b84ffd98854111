package nl.kundig.app.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import nl.kundig.app.KundigTest;
import nl.kundig.app.account.AccountRole;
import nl.kundig.app.browser.TrainingTown.Person;
import nl.kundig.app.browser.TrainingTown.Place;
import nl.kundig.app.mail.PostOffice;
import nl.kundig.app.mail.PostOffice.Received;
import nl.kundig.app.training.Post;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.people.LearnerRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** From wanting to come to having been there, by clicks and by links in mails. */
@KundigTest
@ExtendWith(Browser.Shared.class)
class TrainingJourneyTests {

	private static final String TITLE = "Verdiepingstraining radicalisering en extremisme";

	private static final String WHY = "/leerlijn/waarom/verdieping-aandachtsfunctionaris";

	@Autowired
	private TrainingTown town;

	@Autowired
	private Post post;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private PostOffice office;

	@BeforeEach
	void open() {
		this.office = PostOffice.open(this.mongo);
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@ParameterizedTest(name = "with JavaScript: {0}")
	@ValueSource(booleans = { true, false })
	void aRequestBecomesASeatAndTheSeatAProofThatCounts(boolean javaScript, Browser browser) throws IOException {
		Place place = this.town.place(true);
		Person fatima = this.town.person("Fatima Bakker", place, LearnerRole.FOCAL_OFFICER);
		Person max = this.town.person("Max Visser", place, LearnerRole.MANAGER);
		Person coby = this.town.person("Coby de Groot", place, LearnerRole.POLICY_OFFICER, AccountRole.COORDINATOR);
		SessionId session = this.town.session("ror-verdieping", place, 5);
		try (BrowserContext desk = browser.visitor(this.port, wide(javaScript));
				BrowserContext mailReader = browser.visitor(this.port, phone(javaScript));
				BrowserContext room = browser.visitor(this.port, phone(javaScript))) {
			Page page = Browser.signIn(desk, fatima.username(), fatima.password());
			apply(page);
			agree(mailReader, max);
			page.navigate("/inschrijvingen");
			assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("geplaatst");
			assertThat(only(fatima).subject()).isEqualTo("U hebt een plaats: " + TITLE);

			this.town.letTheDayCome(session);
			Page phone = Browser.signIn(room, coby.username(), coby.password());
			recordAttendance(phone);
			assertThat(leaf(page)).containsText("Gehaald");
			handInProof(page);
			acceptProof(phone, fatima);
			page.navigate("/inschrijvingen");
			assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("bewijs ontvangen");
			assertThat(leaf(page)).containsText("Gehaald");
		}
	}

	@ParameterizedTest(name = "with JavaScript: {0}")
	@ValueSource(booleans = { true, false })
	void aSeatThatComesFreeIsOfferedByMailAndTakenByItsLink(boolean javaScript, Browser browser) {
		Place place = this.town.place(false);
		Person ann = this.town.person("Ann Peters", place, LearnerRole.FOCAL_OFFICER);
		Person bob = this.town.person("Bob Maas", place, LearnerRole.FOCAL_OFFICER);
		SessionId session = this.town.session("ror-verdieping", place, 1);
		try (BrowserContext first = browser.visitor(this.port, wide(javaScript));
				BrowserContext second = browser.visitor(this.port, phone(javaScript));
				BrowserContext mailReader = browser.visitor(this.port, phone(javaScript))) {
			Page anns = Browser.signIn(first, ann.username(), ann.password());
			anns.navigate("/trainingen/" + session);
			enrol(anns, "U hebt een plaats.");
			Page bobs = Browser.signIn(second, bob.username(), bob.password());
			bobs.navigate("/trainingen/" + session);
			enrol(bobs, "U staat op de wachtlijst.");
			assertFits(bobs);
			assertThat(only(bob).subject()).startsWith("U staat op de wachtlijst: ");

			anns.locator("summary", new Page.LocatorOptions().setHasText("Afmelden")).click();
			Browser.press(anns, "Ja, meld mij af");
			assertThat(status(anns)).containsText("U bent afgemeld.");
			List<Received> mails = mails(bob);
			assertThat(mails).hasSize(2);
			Received offer = mails.getLast();
			assertThat(offer.subject()).startsWith("Er is een plaats voor u: ");

			Page answer = mailReader.newPage();
			answer.navigate(offer.link());
			assertFits(answer);
			Browser.press(answer, "Ja, ik kom");
			assertThat(status(answer)).containsText("U hebt een plaats.");
			assertFits(answer);
			Response again = answer.navigate(offer.link());
			assertThat(again.status()).as("the link, used again").isEqualTo(410);
			bobs.navigate("/trainingen/" + session);
			assertThat(bobs.locator("section", new Page.LocatorOptions().setHasText("Uw inschrijving")))
				.containsText("geplaatst");
		}
	}

	/** From the list to the request, with what the training asks first. */
	private static void apply(Page page) {
		Browser.follow(page, "Trainingen");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)).first().click();
		assertThat(page.getByLabel("Wie is uw leidinggevende?")).containsText("Max Visser");
		Browser.press(page, "Aanmelden");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("U bent nog niet aangemeld");
		page.getByLabel("Wensen, als u die hebt").fill("Vegetarisch, graag.");
		enrol(page, "Uw aanvraag is verstuurd. Uw leidinggevende krijgt een mail.");
	}

	/** The training asks for another one first, so one says why it is right. */
	private static void enrol(Page page, String outcome) {
		page.getByLabel("Waarom is deze training toch goed voor u?").fill("Ik doe dit werk al tien jaar.");
		Browser.press(page, "Aanmelden");
		assertThat(status(page)).containsText(outcome);
	}

	/** The manager has no need of an account, and of no wider screen. */
	private void agree(BrowserContext visitor, Person manager) {
		Received asked = only(manager);
		assertThat(asked.subject()).startsWith("Fatima Bakker wil naar de training");
		Page page = visitor.newPage();
		page.navigate(asked.link());
		assertFits(page);
		Browser.press(page, "Akkoord");
		assertThat(status(page)).containsText("U gaf akkoord.");
		assertFits(page);
	}

	private static void recordAttendance(Page page) {
		page.navigate("/beheer/trainingen");
		assertFits(page);
		Browser.follow(page, "van 1 persoon vastleggen");
		assertFits(page);
		Locator person = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Fatima Bakker"));
		person.getByLabel("Aanwezig", new Locator.GetByLabelOptions().setExact(true)).check();
		Browser.press(page, "Vastleggen");
		assertThat(status(page)).containsText("Van 1 persoon vastgelegd.");
		assertFits(page);
	}

	private static void handInProof(Page page) throws IOException {
		page.navigate("/inschrijvingen");
		page.getByRole(AriaRole.ARTICLE)
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Bewijs inleveren"))
			.click();
		Browser.press(page, "Bewijs inleveren");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kies een bestand.");
		page.getByLabel("Bestand", new Page.GetByLabelOptions().setExact(true))
			.setInputFiles(new FilePayload("bewijs.png", "image/png", picture()));
		Browser.press(page, "Bewijs inleveren");
		assertThat(status(page)).containsText("Uw bewijs is ingeleverd. Uw coördinator kijkt het na.");
	}

	private static void acceptProof(Page page, Person learner) {
		page.navigate("/beheer/trainingen");
		Browser.follow(page, "Bewijzen nakijken: er ligt 1 bewijs");
		assertFits(page);
		Browser.follow(page, learner.name());
		assertFits(page);
		Browser.press(page, "Goedkeuren");
		assertThat(status(page)).containsText("Goedgekeurd. Het telt mee.");
		assertFits(page);
	}

	/** What the learner's own card says of the training. */
	private static Locator leaf(Page page) {
		page.navigate(WHY);
		return page.locator("#onderdelen + ul > li", new Page.LocatorOptions().setHasText(TITLE));
	}

	private Received only(Person person) {
		List<Received> mails = mails(person);
		assertThat(mails).as("mails to " + person.name()).hasSize(1);
		return mails.getFirst();
	}

	private List<Received> mails(Person person) {
		this.post.write();
		return this.office.deliver(person.email());
	}

	private static Locator status(Page page) {
		return page.locator(".kundig-alert[role=status]");
	}

	private static NewContextOptions wide(boolean javaScript) {
		return new NewContextOptions().setJavaScriptEnabled(javaScript).setViewportSize(1280, 900);
	}

	private static NewContextOptions phone(boolean javaScript) {
		return new NewContextOptions().setJavaScriptEnabled(javaScript).setViewportSize(Browser.NARROW, 640);
	}

	private static void assertFits(Page page) {
		assertThat(Browser.width(page)).as("width of " + page.url()).isLessThanOrEqualTo(Browser.NARROW);
	}

	private static byte[] picture() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", file);
		return file.toByteArray();
	}

}
