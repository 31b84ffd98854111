package nl.kundig.app.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The Chromium of this machine, started once for all tests. Without one the tests fail:
 * name it in KUNDIG_CHROMIUM.
 */
final class Browser implements AutoCloseable {

	static final int NARROW = 320;

	private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private Browser() {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.chromium = this.playwright.chromium()
			.launch(new LaunchOptions()
				.setExecutablePath(Path.of(System.getenv().getOrDefault("KUNDIG_CHROMIUM", "/usr/bin/chromium")))
				.setArgs(FLAGS));
	}

	/** Somebody new at the screen: no cookies, a wide window. */
	BrowserContext visitor(int port) {
		return visitor(port, new NewContextOptions().setViewportSize(1280, 900));
	}

	BrowserContext visitor(int port, NewContextOptions options) {
		return this.chromium.newContext(options.setBaseURL("http://localhost:" + port));
	}

	/** Signs in on a page of its own and ends at the overview. */
	static Page signIn(BrowserContext visitor, String username, String password) {
		Page page = visitor.newPage();
		page.navigate("/inloggen");
		page.getByLabel("Gebruikersnaam").fill(username);
		page.getByLabel("Wachtwoord").fill(password);
		press(page, "Inloggen");
		assertThat(page).hasURL("/");
		return page;
	}

	static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	static void follow(Page page, String link) {
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
	}

	/** How wide the page wants to be, in CSS pixels. */
	static int width(Page page) {
		return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
	}

	@Override
	public void close() {
		this.chromium.close();
		this.playwright.close();
	}

	/** Gives tests the one browser, and closes it after the last of them. */
	static class Shared implements ParameterResolver {

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
			return parameter.getParameter().getType() == Browser.class;
		}

		@Override
		public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
			return test.getRoot()
				.getStore(ExtensionContext.Namespace.GLOBAL)
				.computeIfAbsent(Browser.class, (key) -> new Browser(), Browser.class);
		}

	}

}
