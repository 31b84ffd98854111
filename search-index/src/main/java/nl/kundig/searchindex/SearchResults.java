package nl.kundig.searchindex;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total number of documents that fit text and filters
 * @param hits the page asked for, best first
 * @param facetCounts per facet name and value: how many documents fit, were this value
 * chosen
 * @param didYouMean the title of the best hit when only another spelling of the question
 * led to it
 */
public record SearchResults(long total, List<SearchHit> hits, Map<String, Map<String, Long>> facetCounts,
		@Nullable String didYouMean) {
}
