package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.time.LocalDate;

import nl.kundig.courses.knowledge.Activity;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.knowledge.Current;
import nl.kundig.courses.knowledge.Designation;
import nl.kundig.courses.knowledge.ListName;
import nl.kundig.courses.knowledge.Listing;
import nl.kundig.courses.knowledge.Nature;
import nl.kundig.courses.knowledge.Organisation;
import nl.kundig.courses.knowledge.Sensitivity;

/** {@code organisations/<slug>.yaml}. */
final class OrganisationFile {

	private static final int MOST_WORDS = 120;

	private OrganisationFile() {
	}

	static Entry<Organisation> read(YamlNode root, Instant publishedAt) {
		root.allow("slug", "name", "original-name", "aliases", "nature", "currents", "founded", "ended", "activity",
				"activity-note", "origin", "operates-in", "relevance-nl", "description", "other-views", "listings",
				"designations-elsewhere", "symbols", "sensitivities", "certainty", "sources");
		String slug = root.get("slug").id();
		YamlNode relevance = root.find("relevance-nl");
		Organisation organisation = new Organisation(slug, null, root.text("name"), root.textOrNull("original-name"),
				SymbolFile.aliases(root), root.get("nature").code(Nature.class),
				root.codes("currents", 1, Current.class), root.textOrNull("founded"), root.textOrNull("ended"),
				root.get("activity").code(Activity.class), root.textOrNull("activity-note"), root.textOrNull("origin"),
				root.list("operates-in", 0, YamlNode::text), (relevance != null) ? relevance.markdown() : null,
				description(root.get("description")), root.get("other-views").markdown(),
				root.list("listings", 0, OrganisationFile::listing),
				root.list("designations-elsewhere", 0, OrganisationFile::designation),
				root.list("symbols", 0, YamlNode::id), root.codes("sensitivities", 0, Sensitivity.class),
				root.get("certainty").code(Certainty.class), SourceEntry.readAll(root), "", null, publishedAt);
		return new Entry<>(slug, organisation.asStarter(publishedAt), root);
	}

	private static String description(YamlNode node) {
		String description = node.markdown();
		int words = description.split("\\s+").length;
		if (words > MOST_WORDS) {
			throw node.mistake(words + " words are more than " + MOST_WORDS);
		}
		return description;
	}

	private static Listing listing(YamlNode node) {
		node.allow("list", "reference", "since", "until", "basis", "source", "checked-on");
		LocalDate since = node.dateOrNull("since");
		LocalDate until = node.dateOrNull("until");
		if (since != null && until != null && until.isBefore(since)) {
			throw node.mistake("until is before since");
		}
		return new Listing(node.get("list").code(ListName.class), node.textOrNull("reference"), since, until,
				node.textOrNull("basis"), node.text("source"), node.get("checked-on").date());
	}

	private static Designation designation(YamlNode node) {
		node.allow("country", "by", "since", "source");
		return new Designation(node.text("country"), node.text("by"), node.text("since"), node.text("source"));
	}

}
