package nl.kundig.courses.contentfiles;

import java.util.List;
import java.util.regex.Pattern;

import nl.kundig.courses.content.Source;
import nl.kundig.courses.knowledge.Certainty;

/** What every text of the training catalogue keeps to. */
final class CatalogueText {

	/** What a training costs a municipality is settled elsewhere and changes. */
	private static final Pattern FREE = Pattern.compile("\\b(gratis|kosteloos|kosteloze)\\b", Pattern.CASE_INSENSITIVE);

	private CatalogueText() {
	}

	/**
	 * A text that says who says so when it is not certain: it names the publisher of one
	 * of the sources.
	 */
	static String attributed(YamlNode node, Certainty certainty, List<Source> sources) {
		String text = priceless(node, node.markdown());
		String flowing = text.replaceAll("\\s+", " ");
		if (certainty == Certainty.PLAUSIBLE
				&& sources.stream().noneMatch((source) -> flowing.contains(source.publisher()))) {
			throw node.mistake("is plausible only, so it must name the publisher of one of its sources");
		}
		return text;
	}

	/** A text that promises nobody that something is free. */
	static String priceless(YamlNode node, String text) {
		if (FREE.matcher(text).find()) {
			throw node.mistake("must not say that something is free");
		}
		return text;
	}

}
