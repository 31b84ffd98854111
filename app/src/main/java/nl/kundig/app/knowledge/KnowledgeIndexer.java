package nl.kundig.app.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import nl.kundig.courses.knowledge.Alias;
import nl.kundig.courses.knowledge.Current;
import nl.kundig.courses.knowledge.KnowledgeItemPublished;
import nl.kundig.courses.knowledge.KnowledgeKind;
import nl.kundig.courses.knowledge.KnowledgeService;
import nl.kundig.courses.knowledge.Organisation;
import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.searchindex.SearchDocument;
import nl.kundig.searchindex.SearchIndex;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the search index equal to what is published. */
@Component
public class KnowledgeIndexer {

	static final String KIND = "kind";

	static final String CURRENT = "current";

	private final KnowledgeService knowledge;

	private final SearchIndex index;

	private final Map<String, Symbol> symbols = new ConcurrentHashMap<>();

	KnowledgeIndexer(KnowledgeService knowledge, SearchIndex index) {
		this.knowledge = knowledge;
		this.index = index;
	}

	/**
	 * Makes the index equal to the store at start: it may be empty, of an older version,
	 * or behind by a change that a crash cut off. Some hundreds of entries take a moment.
	 */
	public void prepare() {
		this.knowledge.symbols().forEach((symbol) -> this.symbols.put(symbol.slug(), symbol));
		rebuild();
	}

	/** Replaces the whole index by what is published now. */
	public void rebuild() {
		List<SearchDocument> documents = new ArrayList<>();
		this.knowledge.symbols().forEach((symbol) -> documents.add(document(symbol)));
		this.knowledge.organisations().forEach((organisation) -> documents.add(document(organisation)));
		this.index.replaceAll(documents);
	}

	@EventListener
	void on(KnowledgeItemPublished published) {
		switch (published.kind()) {
			case SYMBOL -> this.knowledge.symbol(published.slug()).ifPresent((symbol) -> {
				this.symbols.put(symbol.slug(), symbol);
				this.index.put(document(symbol));
			});
			case ORGANISATION -> this.knowledge.organisation(published.slug())
				.ifPresent((organisation) -> this.index.put(document(organisation)));
		}
	}

	/** The symbol as last indexed, so that a page of hits asks the store nothing. */
	Optional<Symbol> symbol(String slug) {
		return Optional.ofNullable(this.symbols.get(slug));
	}

	private static SearchDocument document(Symbol symbol) {
		String body = plain(symbol.looks(), symbol.meaning(), symbol.otherMeanings(), symbol.origin());
		return new SearchDocument(id(KnowledgeKind.SYMBOL, symbol.slug()), symbol.name(), body, texts(symbol.aliases()),
				facets(KnowledgeKind.SYMBOL, symbol.currents()));
	}

	private static SearchDocument document(Organisation organisation) {
		String body = plain(organisation.description(), organisation.otherViews());
		return new SearchDocument(id(KnowledgeKind.ORGANISATION, organisation.slug()), organisation.name(), body,
				texts(organisation.aliases()), facets(KnowledgeKind.ORGANISATION, organisation.currents()));
	}

	/** Without the marks of Markdown, which would show in the passages. */
	private static String plain(String... texts) {
		return String.join("\n", texts).replaceAll("[*_#>`|]+", "");
	}

	private static String id(KnowledgeKind kind, String slug) {
		return kind.code() + ":" + slug;
	}

	private static List<String> texts(List<Alias> aliases) {
		return aliases.stream().map(Alias::text).toList();
	}

	private static Map<String, Set<String>> facets(KnowledgeKind kind, List<Current> currents) {
		return Map.of(KIND, Set.of(kind.code()), CURRENT,
				currents.stream().map(Current::code).collect(Collectors.toSet()));
	}

}
