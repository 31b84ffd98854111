package nl.kundig.searchindex;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** Entries are short, so length and repetition count for less than Lucene assumes. */
final class Scoring extends SearcherFactory {

	static final BM25Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

	@Override
	public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
		IndexSearcher searcher = new IndexSearcher(reader);
		searcher.setSimilarity(BM25);
		return searcher;
	}

}
