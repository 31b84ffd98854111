package nl.kundig.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.knowledge.Alias;
import nl.kundig.courses.knowledge.Symbol;

/** What the editor's form of a symbol holds, to be changed and posted. */
final class SymbolPage {

	private final Map<String, String> fields = new LinkedHashMap<>();

	SymbolPage(Symbol symbol) {
		this.fields.put("revision", String.valueOf(symbol.revision()));
		this.fields.put("name", symbol.name());
		this.fields.put("aliases", String.join("\n", symbol.aliases().stream().map(Alias::text).toList()));
		this.fields.put("looks", symbol.looks());
		this.fields.put("meaning", symbol.meaning());
		this.fields.put("origin", symbol.origin());
		this.fields.put("otherMeanings", symbol.otherMeanings());
		this.fields.put("contextQuestions", String.join("\n", symbol.contextQuestions()));
		this.fields.put("unambiguity", symbol.unambiguity().name());
	}

	SymbolPage with(String field, String value) {
		this.fields.put(field, value);
		return this;
	}

	SymbolPage without(String field) {
		this.fields.remove(field);
		return this;
	}

	String[] show() {
		return form("voorbeeld");
	}

	String[] publish() {
		return form("publiceren");
	}

	private String[] form(String action) {
		List<String> form = new ArrayList<>();
		this.fields.forEach((name, value) -> form.addAll(List.of(name, value)));
		form.addAll(List.of("doe", action));
		return form.toArray(String[]::new);
	}

}
