package nl.kundig.app.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.courses.knowledge.Unambiguity;
import nl.kundig.searchindex.SearchHit;
import nl.kundig.searchindex.SearchIndex;
import nl.kundig.searchindex.SearchRequest;
import nl.kundig.searchindex.SearchResults;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Asks the index and gives hits an address. */
@Component
class KnowledgeSearch {

	static final int PAGE_SIZE = 20;

	private final SearchIndex index;

	private final KnowledgeIndexer indexer;

	KnowledgeSearch(SearchIndex index, KnowledgeIndexer indexer) {
		this.index = index;
		this.indexer = indexer;
	}

	/** A hit as JSON readers and pages get it; unambiguity only for symbols. */
	record Hit(String slug, String kind, String title, String snippet) {

		public String url() {
			return ("symbol".equals(this.kind) ? "/kennisbank/symbolen/" : "/kennisbank/organisaties/") + this.slug;
		}

	}

	/** A page of hits. */
	record Found(long total, List<Hit> hits, @Nullable String didYouMean) {
	}

	SearchResults results(String text, Set<String> kinds, Set<String> currents, int page) {
		Map<String, Set<String>> filters = new HashMap<>();
		if (!kinds.isEmpty()) {
			filters.put(KnowledgeIndexer.KIND, kinds);
		}
		if (!currents.isEmpty()) {
			filters.put(KnowledgeIndexer.CURRENT, currents);
		}
		return this.index.search(new SearchRequest(text, filters, page, PAGE_SIZE));
	}

	Found found(SearchResults results) {
		return new Found(results.total(), results.hits().stream().map(KnowledgeSearch::hit).toList(),
				results.didYouMean());
	}

	@Nullable Unambiguity unambiguity(Hit hit) {
		return "symbol".equals(hit.kind()) ? this.indexer.symbol(hit.slug()).map(Symbol::unambiguity).orElse(null)
				: null;
	}

	private static Hit hit(SearchHit hit) {
		String[] parts = hit.id().split(":", 2);
		return new Hit(parts[1], parts[0], hit.title(), hit.snippet());
	}

}
