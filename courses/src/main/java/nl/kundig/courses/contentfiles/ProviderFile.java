package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.content.Source;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.training.Provider;
import nl.kundig.courses.training.ProviderId;
import nl.kundig.courses.training.ProviderKind;

/** {@code providers/<id>.yaml}. */
final class ProviderFile {

	private ProviderFile() {
	}

	static Entry<Provider> read(YamlNode root, Instant publishedAt) {
		root.allow("id", "name", "kind", "about", "url", "certainty", "as-of", "sources");
		String id = root.get("id").id();
		Certainty certainty = root.get("certainty").code(Certainty.class);
		List<Source> sources = SourceEntry.readAll(root, 1);
		Provider provider = Provider.of(new ProviderId(id), root.text("name"),
				root.get("kind").code(ProviderKind.class),
				CatalogueText.attributed(root.get("about"), certainty, sources), SourceEntry.urlOrNull(root), sources,
				root.get("as-of").date(), certainty, publishedAt);
		return new Entry<>(id, provider, root);
	}

}
