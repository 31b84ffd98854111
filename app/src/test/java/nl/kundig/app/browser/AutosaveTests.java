package nl.kundig.app.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@KundigTest
@ExtendWith(Browser.Shared.class)
class AutosaveTests {

	@Autowired
	private DemoAccounts accounts;

	@LocalServerPort
	private int port;

	@Test
	void aChosenAnswerIsSavedWithoutSubmitting(Browser browser) {
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = openQuiz(visitor, "boa.hoogveld");
			Locator option = options(page).first();
			option.check();
			assertThat(state(page)).hasText("Opgeslagen");
			page.reload();
			assertThat(option).isChecked();
		}
	}

	@Test
	void anAnswerChosenOfflineIsSavedOnceOnlineAgain(Browser browser) {
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = openQuiz(visitor, "wijkteam.hoogveld");
			visitor.setOffline(true);
			Locator option = options(page).first();
			option.check();
			assertThat(state(page)).hasText("Nog niet opgeslagen. Wij proberen het opnieuw zodra er verbinding is.");
			visitor.setOffline(false);
			assertThat(state(page)).hasText("Opgeslagen");
			page.reload();
			assertThat(option).isChecked();
		}
	}

	@Test
	void anAnswerForWhichThereIsNoRoomIsNotCalledSaved(Browser browser) {
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = openQuiz(visitor, "beleid.hoogveld");
			page.route("**/antwoorden", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
			options(page).first().check();
			assertThat(state(page)).hasText("Niet opgeslagen: de opslag van Kundig is vol. "
					+ "Vertel het uw coördinator en probeer het later opnieuw.");
			page.unroute("**/antwoorden");
			options(page).nth(1).check();
			assertThat(state(page)).hasText("Opgeslagen");
		}
	}

	private Page openQuiz(BrowserContext visitor, String username) {
		Page page = Browser.signIn(visitor, username, this.accounts.passwords().get(username));
		page.navigate("/modules/m1/toets");
		Browser.press(page, "Toets beginnen");
		Browser.press(page, "Alle vragen op één pagina");
		return page;
	}

	private static Locator options(Page page) {
		return page.locator("fieldset .kundig-option input");
	}

	private static Locator state(Page page) {
		return page.locator("[data-save-state]");
	}

}
