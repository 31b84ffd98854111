package nl.kundig.searchindex;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * Filters by facet and counts per facet value. A facet that is filtered on is counted as
 * if it were not, so that its other values stay on offer.
 */
final class FacetedSearch {

	record Found(TopDocs top, Map<String, Map<String, Long>> counts) {
	}

	private record State(IndexReader reader, @Nullable SortedSetDocValuesReaderState values) {
	}

	/** Per facet; Lucene reserves room for this many. */
	private static final int MOST_VALUES = 1000;

	private final FacetsConfig config;

	private volatile @Nullable State state;

	FacetedSearch(FacetsConfig config) {
		this.config = config;
	}

	Found find(IndexSearcher searcher, Query query, Map<String, Set<String>> filters, Sort order, int most)
			throws IOException {
		DrillDownQuery filtered = new DrillDownQuery(this.config, query);
		filters.forEach((name, values) -> values.stream()
			.filter((value) -> !value.isEmpty())
			.forEach((value) -> filtered.add(name, SearchRequest.cut(value))));
		SortedSetDocValuesReaderState values = values(searcher.getIndexReader());
		if (values == null) {
			TopDocs top = searcher.search(filtered, new TopFieldCollectorManager(order, most, null, Integer.MAX_VALUE));
			TopFieldCollector.populateScores(top.scoreDocs, searcher, filtered);
			return new Found(top, Map.of());
		}
		DrillSideways.DrillSidewaysResult result = new DrillSideways(searcher, this.config, values).search(filtered,
				null, null, most, order, true);
		return new Found(result.hits, counts(result.facets.getAllDims(MOST_VALUES)));
	}

	private static Map<String, Map<String, Long>> counts(List<FacetResult> facets) {
		Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
		// Lucene answers null for a filter on a facet without any value left.
		facets.stream().filter(Objects::nonNull).forEach((facet) -> {
			Map<String, Long> values = new LinkedHashMap<>();
			for (LabelAndValue value : facet.labelValues) {
				values.put(value.label, value.value.longValue());
			}
			counts.put(facet.dim, values);
		});
		return counts;
	}

	/**
	 * Counting needs the facet values of the whole index, gathered once for each state of
	 * it.
	 */
	private @Nullable SortedSetDocValuesReaderState values(IndexReader reader) throws IOException {
		State current = this.state;
		if (current == null || current.reader() != reader) {
			boolean any = FieldInfos.getMergedFieldInfos(reader)
				.fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null;
			current = new State(reader, any ? new DefaultSortedSetDocValuesReaderState(reader, this.config) : null);
			this.state = current;
		}
		return current.values();
	}

}
