package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.knowledge.Alias;
import nl.kundig.courses.knowledge.AliasKind;
import nl.kundig.courses.knowledge.Carrier;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.knowledge.Colour;
import nl.kundig.courses.knowledge.Current;
import nl.kundig.courses.knowledge.Form;
import nl.kundig.courses.knowledge.LegalNote;
import nl.kundig.courses.knowledge.LookAlike;
import nl.kundig.courses.knowledge.SeenIn;
import nl.kundig.courses.knowledge.Sensitivity;
import nl.kundig.courses.knowledge.Shape;
import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.courses.knowledge.Unambiguity;
import org.jspecify.annotations.Nullable;

/**
 * {@code symbols/<slug>.yaml}, with {@code symbols/<slug>.svg} beside it when there is a
 * drawing.
 */
final class SymbolFile {

	private SymbolFile() {
	}

	static Entry<Symbol> read(YamlNode root, @Nullable ContentFile drawing, Instant publishedAt) {
		root.allow("slug", "name", "aliases", "form", "looks", "shapes", "colours", "carriers", "currents", "meaning",
				"origin", "other-meanings", "context-questions", "unambiguity", "used-since", "regions", "look-alikes",
				"organisations", "legal-note", "sensitivities", "certainty", "sources");
		String slug = root.get("slug").id();
		List<Sensitivity> sensitivities = root.codes("sensitivities", 0, Sensitivity.class);
		if (drawing != null && Symbol.forbidsDrawing(sensitivities)) {
			throw new ContentMistake(drawing.path(), 1, "this symbol is described, not drawn: see its sensitivities");
		}
		Symbol symbol = new Symbol(slug, null, root.text("name"), aliases(root), root.get("form").code(Form.class),
				root.get("looks").markdown(), root.codes("shapes", 0, Shape.class),
				root.codes("colours", 0, Colour.class), root.codes("carriers", 1, Carrier.class),
				root.codes("currents", 1, Current.class), root.get("meaning").markdown(), root.get("origin").markdown(),
				root.get("other-meanings").markdown(),
				root.list("context-questions", Symbol.FEWEST_QUESTIONS, YamlNode::text),
				root.get("unambiguity").code(Unambiguity.class), root.textOrNull("used-since"),
				root.codes("regions", 0, SeenIn.class), root.list("look-alikes", 0, SymbolFile::lookAlike),
				root.list("organisations", 0, YamlNode::id), legalNote(root.find("legal-note")), sensitivities,
				root.get("certainty").code(Certainty.class), SourceEntry.readAll(root),
				(drawing != null) ? Drawing.check(drawing) : null, "", null, publishedAt);
		return new Entry<>(slug, symbol.asStarter(publishedAt), root);
	}

	static List<Alias> aliases(YamlNode root) {
		return root.list("aliases", 0, (node) -> {
			node.allow("text", "kind");
			return new Alias(node.text("text"), node.get("kind").code(AliasKind.class));
		});
	}

	private static LookAlike lookAlike(YamlNode node) {
		node.allow("symbol", "text");
		YamlNode symbol = node.find("symbol");
		return new LookAlike((symbol != null) ? symbol.id() : null, node.text("text"));
	}

	private static @Nullable LegalNote legalNote(@Nullable YamlNode node) {
		if (node == null) {
			return null;
		}
		node.allow("text", "as-of");
		return new LegalNote(node.get("text").markdown(), node.get("as-of").date());
	}

}
