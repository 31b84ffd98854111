package nl.kundig.searchindex;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchIndexFacetsTests {

	private final SearchIndex index = SearchIndex.inMemory();

	@BeforeEach
	void fill() {
		this.index.replaceAll(Documents.all());
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	@Test
	void filtersOnOneOfTheValuesOfEveryFacetNamed() {
		assertThat(filtered("", Map.of("vorm", Set.of("kruis", "code"))).hits()).extracting(SearchHit::id)
			.containsExactly("1488", "88", "hakenkruis", "keltisch");
		assertThat(filtered("", Map.of("vorm", Set.of("kruis", "code"), "kleur", Set.of("rood"))).hits())
			.extracting(SearchHit::id)
			.containsExactly("88", "hakenkruis");
		assertThat(filtered("kruis", Map.of("kleur", Set.of("wit"))).hits()).extracting(SearchHit::id)
			.containsExactly("keltisch");
	}

	@Test
	void countsFacetsOfWhatIsFound() {
		assertThat(this.index.search(SearchRequest.text("kruis")).facetCounts())
			.isEqualTo(Map.of("vorm", Map.of("kruis", 2L), "kleur", Map.of("rood", 1L, "zwart", 1L, "wit", 1L)));
	}

	@Test
	void countsAlternativesOfChosenFacet() {
		SearchResults results = filtered("", Map.of("vorm", Set.of("code")));
		assertThat(results.total()).isEqualTo(2);
		assertThat(results.facetCounts())
			.containsEntry("vorm", Map.of("kruis", 2L, "code", 2L, "vlag", 1L, "voorwerp", 1L))
			.containsEntry("kleur", Map.of("rood", 1L, "zwart", 1L));
	}

	@Test
	void findsNothingForFacetOrValueNobodyHas() {
		assertThat(filtered("", Map.of("vorm", Set.of("ster"))).total()).isZero();
		assertThat(filtered("", Map.of("maat", Set.of("groot"))).total()).isZero();
		assertThat(filtered("", Map.of("maat", Set.of("x".repeat(10_000)))).total()).isZero();
		assertThat(filtered("zebra", Map.of("vorm", Set.of("kruis"))).total()).isZero();
	}

	@Test
	void treatsEmptyFilterAsNoFilter() {
		assertThat(filtered("", Map.of("vorm", Set.of(), "kleur", Set.of(""))).total()).isEqualTo(7);
	}

	private SearchResults filtered(String text, Map<String, Set<String>> filters) {
		return this.index.search(new SearchRequest(text, filters, 0, 20));
	}

}
