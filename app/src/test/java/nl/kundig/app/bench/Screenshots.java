package nl.kundig.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Takes the README's pictures. Started by {@code scripts/screenshots}. */
public final class Screenshots {

	private static final String USERNAME = "baliemedewerker.waterkerk";

	private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private Screenshots() {
	}

	/** Writes the pictures into the folder named first. */
	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		try (Server server = new Server(Server.temporaryFolder());
				Playwright playwright = Playwright
					.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
				Browser chromium = playwright.chromium()
					.launch(new LaunchOptions()
						.setExecutablePath(
								Path.of(System.getenv().getOrDefault("KUNDIG_CHROMIUM", "/usr/bin/chromium")))
						.setArgs(FLAGS))) {
			String password = server.accounts().get(USERNAME);
			take(chromium, server, password, "/", 1280, 800, folder.resolve("overview.png"));
			take(chromium, server, password, "/kennisbank/symbolen/wolfsangel", 320, 800,
					folder.resolve("symbol-320.png"));
		}
		System.exit(0);
	}

	private static void take(Browser chromium, Server server, String password, String path, int width, int height,
			Path file) {
		try (BrowserContext visitor = chromium.newContext(new NewContextOptions().setViewportSize(width, height)
			.setLocale("nl-NL")
			.setBaseURL("http://localhost:" + server.port()))) {
			Page page = visitor.newPage();
			page.navigate("/inloggen");
			page.locator("#username").fill(USERNAME);
			page.locator("#password").fill(password);
			page.locator("main button[type=submit]").click();
			assertThat(page).hasURL("/");
			page.navigate(path);
			assertThat(page.locator("h1")).isVisible();
			page.evaluate("document.fonts.ready");
			page.screenshot(new ScreenshotOptions().setPath(file));
		}
	}

}
