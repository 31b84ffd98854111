package nl.kundig.app.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LetterTests {

	private static final Letter LETTER = new Letter("nl", "Beste Ann <b>,", List.of("Er is een plaats & een stoel."),
			List.of(new Letter.Fact("Wanneer", List.of("maandag", "dinsdag"))),
			new Letter.Action("Ik kom \"zeker\"", "https://kundig.example/antwoord/aanbod/a.b?c=1&d=2"),
			List.of("Groet,", "Regio"));

	@Test
	void textIsReadFromTopToBottom() {
		assertThat(LETTER.text()).isEqualTo("""
				Beste Ann <b>,

				Er is een plaats & een stoel.

				Wanneer: maandag
				  dinsdag

				Ik kom "zeker":
				https://kundig.example/antwoord/aanbod/a.b?c=1&d=2

				Groet,
				Regio
				""");
	}

	@Test
	void whatPeopleTypedIsNoHtml() {
		assertThat(LETTER.html())
			.contains("Beste Ann &lt;b&gt;,", "plaats &amp; een stoel", "maandag<br>dinsdag",
					"href=\"https://kundig.example/antwoord/aanbod/a.b?c=1&amp;d=2\"", "Ik kom &quot;zeker&quot;",
					"<html lang=\"nl\">")
			.doesNotContain("<b>");
	}

	@Test
	void withoutFactsAndActionThereIsNoEmptySpace() {
		Letter bare = new Letter("nl", "Dag,", List.of("Klaar."), List.of(), null, List.of("Groet"));
		assertThat(bare.text()).isEqualTo("Dag,\n\nKlaar.\n\nGroet\n");
		assertThat(bare.html()).doesNotContain("<table", "<a ");
	}

}
