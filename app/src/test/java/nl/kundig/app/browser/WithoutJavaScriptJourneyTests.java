package nl.kundig.app.browser;

import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.courses.quiz.Question;
import nl.kundig.courses.quiz.QuizService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
@ExtendWith(Browser.Shared.class)
class WithoutJavaScriptJourneyTests {

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private QuizService quizzes;

	@LocalServerPort
	private int port;

	@Test
	void aModuleIsReadAndPassedOnANarrowScreenWithoutJavaScript(Browser browser) {
		String username = "baliemedewerker.hoogveld";
		try (BrowserContext visitor = browser.visitor(this.port,
				new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(Browser.NARROW, 640))) {
			Page page = Browser.signIn(visitor, username, this.accounts.passwords().get(username));
			assertFits(page);
			page.locator(".kundig-next .kundig-actions a").click();
			while (!page.url().endsWith("/toets")) {
				assertFits(page);
				Browser.press(page, "Gelezen, verder");
			}
			assertFits(page);
			Browser.press(page, "Toets beginnen");
			assertFits(page);
			Browser.press(page, "Alle vragen op één pagina");
			takeQuiz(page);
		}
	}

	private void takeQuiz(Page page) {
		Solutions solutions = new Solutions(this.quizzes);
		List<Question> questions = Solutions.shown(page).stream().map((id) -> solutions.question("m1", id)).toList();
		assertThat(questions).hasSizeGreaterThan(2);
		Question forgotten = questions.get(1);
		List<Question> others = questions.stream().filter((question) -> question != forgotten).toList();
		others.forEach((question) -> Solutions.answer(page, question));
		assertFits(page);
		Browser.press(page, "Inleveren");

		assertFits(page);
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Er is nog 1 vraag die aandacht nodig heeft");
		Locator item = page.locator("fieldset:has(input[name=vraag][value='" + forgotten.id() + "'])");
		assertThat(item).containsText("Deze vraag is nog niet helemaal beantwoord.");
		assertThat(page.getByText("Deze vraag is nog niet helemaal beantwoord.",
				new Page.GetByTextOptions().setExact(true)))
			.hasCount(1);
		others.forEach((question) -> Solutions.assertAnswered(page, question));

		page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).click();
		assertThat(item).isInViewport();
		Solutions.answer(page, forgotten);
		Browser.press(page, "Inleveren");
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
			.hasText("U bent geslaagd");
		assertFits(page);
		Browser.follow(page, "Verder");
		assertThat(page.getByText("1 van 4 modules klaar.")).isVisible();
		assertFits(page);
	}

	private static void assertFits(Page page) {
		assertThat(Browser.width(page)).as("width of " + page.url()).isLessThanOrEqualTo(Browser.NARROW);
	}

}
