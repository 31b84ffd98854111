package nl.kundig.app;

import java.net.http.HttpResponse;

import nl.kundig.courses.knowledge.KnowledgeService;
import nl.kundig.courses.knowledge.Symbol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class EditorTests {

	private static final String EDIT = "/beheer/kennisbank/symbolen/wolfsangel";

	private static final String CARD = "/kennisbank/symbolen/wolfsangel";

	@Autowired
	private KnowledgeService knowledge;

	private PageClient editor;

	@BeforeEach
	void signIn(@LocalServerPort int port, @Autowired DemoAccounts accounts) {
		this.editor = new PageClient(port, accounts).signIn("redactie");
	}

	@Test
	void findsASymbolByItsNewWordAsSoonAsItIsPublished() {
		Symbol before = wolfsangel();
		SymbolPage page = new SymbolPage(before).with("otherMeanings",
				before.otherMeanings() + "\n\nHet lijkt op een **glimwormpad**.");
		assertThat(this.editor.get(EDIT).body()).contains("name=\"otherMeanings\"", "Publiceren");
		HttpResponse<String> preview = this.editor.post(EDIT, page.show());
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("Voorbeeld – nog niet gepubliceerd", "<strong>glimwormpad</strong>");
		assertThat(wolfsangel()).isEqualTo(before);
		assertThat(search("glimwormpad")).contains("\"total\":0");
		HttpResponse<String> published = this.editor.post(EDIT, page.publish());
		assertThat(published.statusCode()).isEqualTo(302);
		assertThat(published.headers().firstValue("Location").orElse("")).endsWith(CARD);
		assertThat(search("glimwormpad")).contains("\"total\":1", "\"slug\":\"wolfsangel\"");
		assertThat(this.editor.follow(published).body()).contains("<strong>glimwormpad</strong>",
				"Gepubliceerd. Het zoeken vindt de wijziging nu al.");
		assertThat(wolfsangel().revisedBy()).isEqualTo("redactie");
	}

	@Test
	void showsTypedMarkupAsText() {
		SymbolPage page = new SymbolPage(wolfsangel()).with("meaning",
				"Zie <script>alert(1)</script> en [hier](javascript:alert(1)).");
		HttpResponse<String> preview = this.editor.post(EDIT, page.show());
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("&lt;script&gt;alert(1)")
			.doesNotContain("<script>alert", "href=\"javascript");
	}

	@Test
	void keepsTheFirstOfTwoEditorsAndTellsTheSecond() {
		SymbolPage first = new SymbolPage(wolfsangel());
		SymbolPage second = new SymbolPage(wolfsangel());
		first.with("origin", "Wat de eerste redacteur schreef.");
		second.with("origin", "Wat de tweede redacteur schreef.");
		assertThat(this.editor.post(EDIT, first.publish()).statusCode()).isEqualTo(302);
		HttpResponse<String> late = this.editor.post(EDIT, second.publish());
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Iemand was u voor");
		assertThat(wolfsangel().origin()).isEqualTo("Wat de eerste redacteur schreef.");
	}

	private Symbol wolfsangel() {
		return this.knowledge.symbol("wolfsangel").orElseThrow();
	}

	private String search(String words) {
		return this.editor.get("/kennisbank/zoek.json?q=" + words).body();
	}

}
