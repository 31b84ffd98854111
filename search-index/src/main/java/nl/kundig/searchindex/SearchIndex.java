package nl.kundig.searchindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * A Dutch search index over a folder or in memory, safe between threads. What is put is
 * found when the call returns. A folder that is damaged or of another version is emptied
 * on opening: the index is derived data, and {@link #isEmpty()} tells its owner to fill
 * it.
 */
public final class SearchIndex implements AutoCloseable {

	private static final Sort BY_SCORE = Sort.RELEVANCE;

	private static final Sort BY_TITLE = new Sort(new SortField(IndexFields.TITLE_ORDER, SortField.Type.STRING));

	private final Analyzer analyzer = DutchText.analyzer();

	private final FacetsConfig facets = new FacetsConfig();

	private final ReentrantLock writing = new ReentrantLock();

	private final Directory directory;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	private final FacetedSearch facetedSearch = new FacetedSearch(this.facets);

	private SearchIndex(Directory directory) throws IOException {
		this.directory = directory;
		IndexWriterConfig config = new IndexWriterConfig(this.analyzer);
		config.setSimilarity(Scoring.BM25);
		this.writer = new IndexWriter(directory, config);
		this.writer.setLiveCommitData(Map.of(IndexFolder.SCHEMA_KEY, IndexFields.SCHEMA).entrySet());
		this.searchers = new SearcherManager(this.writer, new Scoring());
	}

	/** Opens or creates the index in this folder; one process at a time can hold it. */
	public static SearchIndex open(Path folder) {
		try {
			return new SearchIndex(IndexFolder.open(folder));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An index that lives as long as it is open. */
	public static SearchIndex inMemory() {
		try {
			return new SearchIndex(new ByteBuffersDirectory());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Adds the document, or replaces the one with its id. */
	public void put(SearchDocument document) {
		write(() -> this.writer.updateDocument(new Term(IndexFields.ID, document.id()), fields(document)));
	}

	/** Removes the document with this id, if there is one. */
	public void remove(String id) {
		write(() -> this.writer.deleteDocuments(new Term(IndexFields.ID, id)));
	}

	/** Replaces everything at once; searches see all of the old or all of the new. */
	public void replaceAll(Collection<SearchDocument> documents) {
		write(() -> {
			// Made before anything is deleted: a document that cannot be indexed costs
			// nothing.
			List<Document> fresh = new ArrayList<>();
			for (SearchDocument document : documents) {
				fresh.add(fields(document));
			}
			this.writer.deleteAll();
			this.writer.addDocuments(fresh);
		});
	}

	public boolean isEmpty() {
		return read((searcher) -> searcher.getIndexReader().numDocs() == 0);
	}

	/** The documents that fit, best first; a blank text gives all of them by title. */
	public SearchResults search(SearchRequest request) {
		return read((searcher) -> search(searcher, request));
	}

	@Override
	public void close() {
		try {
			this.searchers.close();
			this.writer.close();
			this.directory.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Document fields(SearchDocument document) throws IOException {
		return this.facets.build(IndexFields.of(document, this.facets));
	}

	private SearchResults search(IndexSearcher searcher, SearchRequest request) throws IOException {
		QueryBuilder builder = new QueryBuilder(request.text(), this.analyzer, searcher.getIndexReader());
		int from = request.page() * request.size();
		FacetedSearch.Found found = this.facetedSearch.find(searcher, builder.build(), request.filters(),
				request.text().isBlank() ? BY_TITLE : BY_SCORE, from + request.size());
		List<SearchHit> hits = hits(searcher, builder, found.top(), from);
		String didYouMean = (builder.isGuessing() && !hits.isEmpty()) ? hits.getFirst().title() : null;
		return new SearchResults(found.top().totalHits.value(), hits, found.counts(), didYouMean);
	}

	private List<SearchHit> hits(IndexSearcher searcher, QueryBuilder builder, TopDocs top, int from)
			throws IOException {
		if (top.scoreDocs.length <= from) {
			return List.of();
		}
		ScoreDoc[] page = Arrays.copyOfRange(top.scoreDocs, from, top.scoreDocs.length);
		UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, this.analyzer)
			.withFormatter(new PlainPassage())
			.build();
		@Nullable String[] passages = highlighter.highlight(IndexFields.BODY, builder.passageQuery(),
				new TopDocs(top.totalHits, page), 1);
		List<SearchHit> hits = new ArrayList<>();
		for (int i = 0; i < page.length; i++) {
			Document document = searcher.storedFields().document(page[i].doc);
			String passage = passages[i];
			hits.add(new SearchHit(document.get(IndexFields.ID), document.get(IndexFields.TITLE),
					(passage != null) ? passage : "", page[i].score));
		}
		return hits;
	}

	private void write(Change change) {
		this.writing.lock();
		try {
			change.apply();
			this.writer.commit();
			this.searchers.maybeRefreshBlocking();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.writing.unlock();
		}
	}

	private <T> T read(Question<T> question) {
		try {
			IndexSearcher searcher = this.searchers.acquire();
			try {
				return question.ask(searcher);
			}
			finally {
				this.searchers.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Change {

		void apply() throws IOException;

	}

	@FunctionalInterface
	private interface Question<T> {

		T ask(IndexSearcher searcher) throws IOException;

	}

}
