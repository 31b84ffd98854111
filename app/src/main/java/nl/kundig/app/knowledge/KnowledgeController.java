package nl.kundig.app.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.knowledge.KnowledgeService;
import nl.kundig.courses.knowledge.Organisation;
import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.courses.knowledge.Unambiguity;
import nl.kundig.searchindex.SearchResults;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@RequestMapping("/kennisbank")
class KnowledgeController {

	private static final int LONGEST_QUESTION = 200;

	private static final int LAST_PAGE = 50;

	private final KnowledgeSearch search;

	private final KnowledgeService knowledge;

	KnowledgeController(KnowledgeSearch search, KnowledgeService knowledge) {
		this.search = search;
		this.knowledge = knowledge;
	}

	/** A hit with its grade, for the list. */
	record Row(KnowledgeSearch.Hit hit, @Nullable Unambiguity unambiguity) {
	}

	/** A value of a facet, how many fit and whether it is chosen. */
	record FacetValue(String code, long count, boolean chosen) {
	}

	@GetMapping
	String search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") Set<String> kind,
			@RequestParam(defaultValue = "") Set<String> current, @RequestParam(defaultValue = "1") int pagina,
			Model model) {
		SearchResults results = results(q, kind, current, pagina);
		KnowledgeSearch.Found found = this.search.found(results);
		List<Row> rows = found.hits().stream().map((hit) -> new Row(hit, this.search.unambiguity(hit))).toList();
		model.addAttribute("q", cut(q));
		model.addAttribute("tooLong", q.length() > LONGEST_QUESTION);
		model.addAttribute("found", found);
		model.addAttribute("rows", rows);
		model.addAttribute("kinds", values(results, KnowledgeIndexer.KIND, kind));
		model.addAttribute("currents", values(results, KnowledgeIndexer.CURRENT, current));
		model.addAttribute("chosen", kind.size() + current.size());
		model.addAttribute("kind", kind);
		model.addAttribute("current", current);
		model.addAttribute("page", pagina);
		model.addAttribute("pages", (found.total() + KnowledgeSearch.PAGE_SIZE - 1) / KnowledgeSearch.PAGE_SIZE);
		return "knowledge/search";
	}

	@GetMapping("/zoek.json")
	@ResponseBody
	KnowledgeSearch.Found searchJson(@RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") Set<String> kind, @RequestParam(defaultValue = "") Set<String> current,
			@RequestParam(defaultValue = "1") int pagina) {
		return this.search.found(results(q, kind, current, pagina));
	}

	@GetMapping("/symbolen/{slug}")
	String symbol(@PathVariable String slug, Model model) {
		Symbol symbol = this.knowledge.symbol(slug).orElseThrow(NotFound::new);
		model.addAttribute("symbol", symbol);
		model.addAttribute("organisations", names(symbol.organisations()));
		return "knowledge/symbol";
	}

	/** The drawing by itself, so that pages carry no image until somebody asks for it. */
	@GetMapping("/symbolen/{slug}/tekening.svg")
	ResponseEntity<String> drawing(@PathVariable String slug) {
		Symbol symbol = this.knowledge.symbol(slug).filter(Symbol::mayShowDrawing).orElseThrow(NotFound::new);
		return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "image/svg+xml").body(symbol.drawing());
	}

	@GetMapping("/organisaties/{slug}")
	String organisation(@PathVariable String slug, Model model) {
		Organisation organisation = this.knowledge.organisation(slug).orElseThrow(NotFound::new);
		model.addAttribute("organisation", organisation);
		Map<String, String> symbols = new LinkedHashMap<>();
		organisation.symbols()
			.forEach((symbol) -> this.knowledge.symbol(symbol).ifPresent((found) -> symbols.put(symbol, found.name())));
		model.addAttribute("symbols", symbols);
		return "knowledge/organisation";
	}

	private SearchResults results(String q, Set<String> kind, Set<String> current, int pagina) {
		if (pagina < 1 || pagina > LAST_PAGE) {
			throw new BadInput();
		}
		return this.search.results(cut(q), kind, current, pagina - 1);
	}

	private Map<String, String> names(List<String> organisations) {
		Map<String, String> names = new LinkedHashMap<>();
		organisations.forEach((slug) -> this.knowledge.organisation(slug)
			.ifPresent((organisation) -> names.put(slug, organisation.name())));
		return names;
	}

	private static List<FacetValue> values(SearchResults results, String facet, Set<String> chosen) {
		return results.facetCounts()
			.getOrDefault(facet, Map.of())
			.entrySet()
			.stream()
			.map((value) -> new FacetValue(value.getKey(), value.getValue(), chosen.contains(value.getKey())))
			.collect(Collectors.toList());
	}

	private static String cut(String q) {
		return (q.length() > LONGEST_QUESTION) ? q.substring(0, LONGEST_QUESTION) : q;
	}

}
