package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.content.Access;
import nl.kundig.courses.content.Source;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.training.Prerequisites;
import nl.kundig.courses.training.ProviderId;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingForm;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingLength;
import org.jspecify.annotations.Nullable;

/** {@code trainings/<id>.yaml}. */
final class TrainingFile {

	private static final int HIGHEST_LEVEL = 4;

	private static final int MOST_MINUTES = 10_000;

	private TrainingFile() {
	}

	static Entry<Training> read(YamlNode root, Instant publishedAt) {
		root.allow("id", "title", "provider", "level", "audience", "form", "length", "prerequisites",
				"prerequisites-text", "cost", "language", "access", "url", "counts-for", "description", "certainty",
				"as-of", "withdrawn-on", "sources");
		String id = root.get("id").id();
		Certainty certainty = root.get("certainty").code(Certainty.class);
		List<Source> sources = SourceEntry.readAll(root, 1);
		Training training = new Training(new TrainingId(id), root.text("title"),
				new ProviderId(root.get("provider").id()), root.get("level").number(0, HIGHEST_LEVEL),
				root.text("audience"), root.get("form").code(TrainingForm.class), length(root.get("length")),
				new Prerequisites(ids(root, "prerequisites"), root.textOrNull("prerequisites-text")),
				cost(root.find("cost")), language(root.get("language")), root.get("access").code(Access.class),
				SourceEntry.urlOrNull(root), ids(root, "counts-for"),
				CatalogueText.attributed(root.get("description"), certainty, sources), sources,
				root.get("as-of").date(), certainty, root.dateOrNull("withdrawn-on"), "", publishedAt);
		return new Entry<>(id, training.asPublished(publishedAt), root);
	}

	/** Every place that names another training. */
	static List<YamlNode> trainings(YamlNode root) {
		return List.of("prerequisites", "counts-for").stream().flatMap((key) -> root.items(key).stream()).toList();
	}

	private static List<TrainingId> ids(YamlNode root, String key) {
		return root.list(key, 0, (item) -> new TrainingId(item.id()));
	}

	private static TrainingLength length(YamlNode node) {
		node.allow("text", "minutes");
		YamlNode minutes = node.find("minutes");
		return new TrainingLength(node.text("text"), (minutes != null) ? minutes.number(1, MOST_MINUTES) : null);
	}

	private static @Nullable String cost(@Nullable YamlNode node) {
		return (node != null) ? CatalogueText.priceless(node, node.text()) : null;
	}

	private static String language(YamlNode node) {
		String language = node.text();
		if (!language.matches("[a-z]{2}")) {
			throw node.mistake("must be two letters, like nl");
		}
		return language;
	}

}
