package nl.kundig.searchindex;

import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for. It carries no user: what is not there cannot be logged.
 *
 * @param text the words as typed; blank asks for everything, ordered by title
 * @param filters wanted values by facet name: one of the values, of every facet named
 * @param page page number, from 0
 * @param size hits per page, 1 to 100
 */
public record SearchRequest(String text, Map<String, Set<String>> filters, int page, int size) {

	/**
	 * Longer texts are cut here: nobody types more, and the cost of a query stays
	 * bounded.
	 */
	static final int MAX_TEXT = 200;

	static final int MAX_PAGE = 100;

	public SearchRequest {
		if (size < 1 || size > 100 || page < 0 || page > MAX_PAGE) {
			throw new IllegalArgumentException("page 0 to %d, size 1 to 100".formatted(MAX_PAGE));
		}
		text = cut(text);
		filters = Map.copyOf(filters);
	}

	/** The first twenty hits for these words, whatever their facets. */
	public static SearchRequest text(String text) {
		return new SearchRequest(text, Map.of(), 0, 20);
	}

	static String cut(String text) {
		return (text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) : text;
	}

}
