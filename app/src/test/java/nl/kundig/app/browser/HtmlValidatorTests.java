package nl.kundig.app.browser;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlValidatorTests {

	private static final String START = "<!DOCTYPE html><html lang=\"nl\"><head><title>T</title></head><body>";

	@Test
	void aValidPageHasNoErrors() throws Exception {
		HtmlValidator validator = new HtmlValidator();
		String page = START
				+ "<main role=\"main\" data-x=\"1\"><h1 lang=\"nl\">T</h1><p aria-label=\"p\" role=\"group\">é</p></main>";
		assertThat(validator.errors(page)).isEmpty();
	}

	@Test
	void mistakesAreFoundAgainAndAgain() throws Exception {
		HtmlValidator validator = new HtmlValidator();
		assertThat(validator.errors(START + "<p><div></div></p>")).hasSize(1);
		assertThat(validator.errors(START + "<p id=\"a\"></p><p id=\"a\"></p>"))
			.anyMatch((e) -> e.contains("Duplicate ID"));
		assertThat(validator.errors(START + "<ul><p>x</p></ul>")).hasSize(1);
		assertThat(validator.errors(START + "<label for=\"nergens\">x</label>")).hasSize(1);
		assertThat(validator.errors(START + "<button form=\"nergens\" bogus>x</button>")).isNotEmpty();
		assertThat(validator.errors(START + "<p>goed</p>")).isEmpty();
	}

}
