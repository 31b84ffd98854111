package nl.kundig.app.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.courses.content.LearningModuleId;
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
class EarnCertificateJourneyTests {

	private static final List<String> MODULES = List.of("m1", "m3", "m5", "m6");

	private static final int KINDS = Question.class.getPermittedSubclasses().length;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private QuizService quizzes;

	@LocalServerPort
	private int port;

	private final Set<Class<? extends Question>> answered = new HashSet<>();

	@Test
	void aDeskEmployeeEarnsACertificateAndLooksUpASymbol(Browser browser) throws IOException {
		String username = "baliemedewerker.waterkerk";
		try (BrowserContext visitor = browser.visitor(this.port)) {
			Page page = Browser.signIn(visitor, username, this.accounts.passwords().get(username));
			for (String module : MODULES) {
				page.locator(".kundig-next .kundig-actions a").click();
				read(page, module);
				pass(page, module, "Toets beginnen");
			}
			assertThat(heading(page, "Deze leerlijn is klaar")).isVisible();
			Browser.follow(page, "Certificaten");
			assertThat(heading(page, "Signaleren – balie")).isVisible();
			downloads(page);
			String code = page.locator("dt:text-is('Controlecode') + dd").textContent();
			anyoneCanCheck(browser, code);
			findsTheSymbol(page);
			// The draw is by chance; a second one brings the questions not seen before.
			for (String module : List.of("m3", "m5")) {
				if (this.answered.size() < KINDS) {
					page.navigate("/modules/" + module + "/toets");
					pass(page, module, "Opnieuw proberen");
				}
			}
		}
		assertThat(this.answered).hasSize(KINDS);
	}

	private void read(Page page, String module) {
		assertThat(page).hasURL(Pattern.compile("/modules/" + module + "/(?!toets).*"));
		Locator read = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gelezen, verder"));
		while (!page.url().endsWith("/toets")) {
			read.click();
		}
	}

	private void pass(Page page, String module, String begin) {
		Browser.press(page, begin);
		Solutions solutions = new Solutions(this.quizzes);
		int total = this.quizzes.quiz(new LearningModuleId(module)).orElseThrow().draw();
		for (int number = 1; number <= total; number++) {
			assertThat(page.getByText("Vraag " + number + " van " + total)).isVisible();
			assertThat(Solutions.shown(page)).hasSize(1);
			Question question = solutions.question(module, Solutions.shown(page).getFirst());
			Solutions.answer(page, question);
			this.answered.add(question.getClass());
			Browser.press(page, (number < total) ? "Volgende" : "Inleveren");
		}
		assertThat(heading(page, "U bent geslaagd")).isVisible();
		assertThat(page.getByText("U hebt 100 procent goed.")).isVisible();
		Browser.follow(page, "Verder");
	}

	private void downloads(Page page) throws IOException {
		Download download = page.waitForDownload(() -> Browser.follow(page, "Downloaden (pdf)"));
		byte[] pdf = Files.readAllBytes(download.path());
		assertThat(download.suggestedFilename()).startsWith("certificaat-").endsWith(".pdf");
		assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
		assertThat(pdf.length).isGreaterThan(10_000);
	}

	private void anyoneCanCheck(Browser browser, String code) {
		try (BrowserContext stranger = browser.visitor(this.port)) {
			Page page = stranger.newPage();
			Response response = page.navigate("/controle/" + code);
			assertThat(response.status()).isEqualTo(200);
			assertThat(page.getByText("Dit certificaat is echt en geldig.")).isVisible();
			assertThat(page.locator("dt:text-is('Achternaam begint met') + dd")).hasText("B.");
			assertThat(page.locator("dt:text-is('Leerlijn') + dd")).hasText("Signaleren – balie");
			assertThat(page.content()).doesNotContain("Anja", "Boer");
		}
	}

	private void findsTheSymbol(Page page) {
		Browser.follow(page, "Kennisbank");
		page.getByLabel("Wat hebt u gezien of gehoord?").fill("kruis met gebogen armen");
		Browser.press(page, "Zoeken");
		Locator first = page.locator(".kundig-result h3 a").first();
		assertThat(first).hasText("Hakenkruis");
		first.click();
		assertThat(heading(page, "Wat extremisten ermee bedoelen")).isVisible();
		assertThat(heading(page, "Wat het nog meer kan betekenen")).isVisible();
		Locator drawing = page.getByAltText("Schematische tekening: Hakenkruis");
		assertThat(drawing).isHidden();
		page.locator("details.kundig-veil > summary").click();
		assertThat(drawing).isVisible();
		assertThat(
				(Boolean) drawing.evaluate("async (image) => { await image.decode(); return image.naturalWidth > 0; }"))
			.isTrue();
	}

	private static Locator heading(Page page, String text) {
		return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
	}

}
