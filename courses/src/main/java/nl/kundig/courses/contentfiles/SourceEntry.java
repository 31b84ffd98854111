package nl.kundig.courses.contentfiles;

import java.util.List;

import nl.kundig.courses.content.Source;
import nl.kundig.courses.content.SourceKind;
import org.jspecify.annotations.Nullable;

/** The sources of a file, written the same everywhere. */
final class SourceEntry {

	private static final int FEWEST = 2;

	private SourceEntry() {
	}

	static List<Source> readAll(YamlNode root) {
		return readAll(root, FEWEST);
	}

	static List<Source> readAll(YamlNode root, int fewest) {
		return root.list("sources", fewest, SourceEntry::read);
	}

	private static Source read(YamlNode node) {
		node.allow("title", "publisher", "year", "url", "accessed", "kind");
		YamlNode year = node.find("year");
		return new Source(node.text("title"), node.text("publisher"), (year != null) ? year.number(1000, 2999) : null,
				urlOrNull(node), node.get("accessed").date(), node.get("kind").code(SourceKind.class));
	}

	/** The value of {@code url}, or null when there is none. */
	static @Nullable String urlOrNull(YamlNode root) {
		YamlNode node = root.find("url");
		if (node == null) {
			return null;
		}
		String url = node.text();
		if (!url.matches("https?://[^\\s\"'<>]+")) {
			throw node.mistake("must be a URL that starts with https:// or http://");
		}
		return url;
	}

}
