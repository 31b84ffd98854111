package nl.kundig.app.knowledge;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.kundig.courses.knowledge.Alias;
import nl.kundig.courses.knowledge.AliasKind;
import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.courses.knowledge.Unambiguity;
import org.jspecify.annotations.Nullable;

/**
 * What an editor can change of a symbol. Aliases and questions are typed one to a line.
 *
 * @param revision the revision the editor began with
 */
record SymbolForm(@NotNull @Nullable Long revision, @NotBlank @Size(max = 120) @Nullable String name,
		@Size(max = 2000) @Nullable String aliases, @NotBlank @Size(max = 4000) @Nullable String looks,
		@NotBlank @Size(max = 4000) @Nullable String meaning, @NotBlank @Size(max = 4000) @Nullable String origin,
		@NotBlank @Size(max = 4000) @Nullable String otherMeanings,
		@NotBlank @Size(max = 2000) @Nullable String contextQuestions, @NotNull @Nullable Unambiguity unambiguity) {

	static SymbolForm of(Symbol symbol) {
		return new SymbolForm(symbol.revision(), symbol.name(),
				String.join("\n", symbol.aliases().stream().map(Alias::text).toList()), unwrapped(symbol.looks()),
				unwrapped(symbol.meaning()), unwrapped(symbol.origin()), unwrapped(symbol.otherMeanings()),
				String.join("\n", symbol.contextQuestions()), symbol.unambiguity());
	}

	boolean hasEnoughQuestions() {
		return lines(this.contextQuestions).size() >= Symbol.FEWEST_QUESTIONS;
	}

	/** The symbol with what was typed; only of a form without mistakes. */
	Symbol applyTo(Symbol symbol, String editor, Instant at) {
		List<Alias> changed = lines(this.aliases).stream().map((text) -> alias(symbol, text)).toList();
		return symbol.revised(text(this.name), changed, text(this.looks), text(this.meaning), text(this.origin),
				text(this.otherMeanings), lines(this.contextQuestions),
				(this.unambiguity != null) ? this.unambiguity : symbol.unambiguity(),
				(this.revision != null) ? this.revision : 0L, editor, at);
	}

	/**
	 * Content files break lines for their readers; in a text box a line is as wide as the
	 * screen.
	 */
	private static String unwrapped(String text) {
		return text.replaceAll("(?<!\\n)\\n(?![\\n*>|-])", " ").strip();
	}

	private static Alias alias(Symbol symbol, String text) {
		return symbol.aliases()
			.stream()
			.filter((known) -> known.text().equals(text))
			.findFirst()
			.orElse(new Alias(text, AliasKind.SYNONYM));
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	private static List<String> lines(@Nullable String typed) {
		return Arrays.stream(text(typed).split("\\R")).map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}
