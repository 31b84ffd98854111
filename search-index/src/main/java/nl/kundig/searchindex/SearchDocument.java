package nl.kundig.searchindex;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be found.
 *
 * @param id identifies the document; putting the same id again replaces it
 * @param title the name it is known by
 * @param body what is said about it, as plain text
 * @param aliases other names, spellings and codes, each a value of its own
 * @param facets values to filter on, by facet name
 */
public record SearchDocument(String id, String title, String body, List<String> aliases,
		Map<String, Set<String>> facets) {

	public SearchDocument {
		aliases = List.copyOf(aliases);
		facets = Map.copyOf(facets);
	}

}
