package nl.kundig.app.training;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * A mail as it is read: what it says, the facts, and one thing to do. As plain text and
 * as HTML it says the same.
 *
 * @param language of its texts, as "nl"
 * @param action what to do, with the address where; null when there is nothing to do
 */
record Letter(String language, String greeting, List<String> paragraphs, List<Fact> facts, @Nullable Action action,
		List<String> after) {

	Letter {
		paragraphs = List.copyOf(paragraphs);
		facts = List.copyOf(facts);
		after = List.copyOf(after);
	}

	/** One of the facts; the lines are one below the other. */
	record Fact(String label, List<String> lines) {

		Fact {
			lines = List.copyOf(lines);
		}

	}

	/** What to do, and where. */
	record Action(String label, String address) {
	}

	String text() {
		StringBuilder text = new StringBuilder(this.greeting).append("\n\n");
		this.paragraphs.forEach((paragraph) -> text.append(paragraph).append("\n\n"));
		for (Fact fact : this.facts) {
			text.append(fact.label()).append(": ").append(String.join("\n  ", fact.lines())).append('\n');
		}
		text.append(this.facts.isEmpty() ? "" : "\n");
		if (this.action != null) {
			text.append(this.action.label()).append(":\n").append(this.action.address()).append("\n\n");
		}
		return text.append(String.join("\n", this.after)).append('\n').toString();
	}

	String html() {
		StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(this.language)
			.append("\"><head><meta charset=\"utf-8\"></head>\n")
			.append("<body style=\"font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em\">\n");
		paragraph(html, this.greeting);
		this.paragraphs.forEach((paragraph) -> paragraph(html, paragraph));
		if (!this.facts.isEmpty()) {
			html.append("<table>\n");
			for (Fact fact : this.facts) {
				html.append(
						"<tr><th scope=\"row\" style=\"text-align: left; vertical-align: top; padding-right: 1em\">")
					.append(escape(fact.label()))
					.append("</th><td>")
					.append(String.join("<br>", fact.lines().stream().map(Letter::escape).toList()))
					.append("</td></tr>\n");
			}
			html.append("</table>\n");
		}
		if (this.action != null) {
			html.append("<p><strong><a href=\"")
				.append(escape(this.action.address()))
				.append("\">")
				.append(escape(this.action.label()))
				.append("</a></strong></p>\n");
		}
		paragraph(html, String.join("\n", this.after));
		return html.append("</body></html>\n").toString();
	}

	private static void paragraph(StringBuilder html, String text) {
		html.append("<p>").append(escape(text).replace("\n", "<br>")).append("</p>\n");
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
