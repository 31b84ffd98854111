package nl.kundig.searchindex;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SearchIndexTests {

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
	void findsName() {
		assertThat(first("keltisch kruis")).isEqualTo("keltisch");
	}

	@ParameterizedTest
	@ValueSource(strings = { "swastika", "zonnekruis", "ZonneKruis", "zonne-kruis", "zonne kruis" })
	void findsAliasHoweverItIsWritten(String text) {
		assertThat(first(text)).isEqualTo(text.startsWith("swas") ? "hakenkruis" : "keltisch");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1488", "14/88", "14-88", "14 88", "14.88", "veertien achtentachtig",
			"Veertien Achtentachtig", "wat betekent 14/88", "ik zag 14 88 op een muur" })
	void findsNumberInEverySpelling(String text) {
		assertThat(first(text)).isEqualTo("1488");
	}

	@ParameterizedTest
	@ValueSource(strings = { "88", "achtentachtig", "hh", "wat betekent 88?" })
	void findsShortNumberBeforeLongerOneWithIt(String text) {
		assertThat(first(text)).isEqualTo("88");
	}

	@Test
	void findsDigitsByTheNumberWordsOfTheName() {
		this.index.put(new SearchDocument("woorden", "drieëntwintig", "", List.of(), Map.of()));
		assertThat(first("23")).isEqualTo("woorden");
		assertThat(first("drieentwintig")).isEqualTo("woorden");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mjölnir", "mjolnir", "MJÖLNIR", "Mjo\u0308lnir" })
	void findsNameWithAndWithoutDiacritics(String text) {
		assertThat(first(text)).isEqualTo("hamer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hakekruis", "haakenkruis", "hakenkruijs", "hakenkriis", "haken kruis" })
	void findsNameDespiteTypo(String text) {
		assertThat(first(text)).isEqualTo("hakenkruis");
	}

	@Test
	void findsWordByItsStem() {
		assertThat(ids("rugklacht")).containsExactly("ziek");
	}

	@Test
	void findsCompoundByItsKnownPart() {
		assertThat(ids("rugklachtenspreekuur")).containsExactly("ziek");
	}

	@Test
	void findsDescriptionInOrdinaryWords() {
		assertThat(first("kruis met gebogen armen")).isEqualTo("hakenkruis");
		assertThat(first("ik zag een zwarte vlag met witte tekst")).isEqualTo("is");
	}

	@Test
	void findsNameInCapitalsThatIsAlsoAnOrdinaryWord() {
		assertThat(first("IS")).isEqualTo("is");
		assertThat(first("wat is IS")).isEqualTo("is");
	}

	@Test
	void showsPassageThatFitsTheQuestion() {
		SearchHit hit = this.index.search(SearchRequest.text("nationaalsocialisme")).hits().getFirst();
		assertThat(hit.title()).isEqualTo("Hakenkruis");
		assertThat(hit.snippet()).isEqualTo("Teken van het nationaalsocialisme, en veel ouder in Azië.");
		assertThat(hit.score()).isPositive();
	}

	@Test
	void ordersHitsByScore() {
		assertThat(this.index.search(SearchRequest.text("kruis")).hits()).hasSize(2)
			.extracting(SearchHit::score)
			.isSortedAccordingTo((one, other) -> Float.compare(other, one));
	}

	@Test
	void listsEverythingByTitleForBlankText() {
		assertThat(this.index.search(SearchRequest.text(" \t")).hits()).extracting(SearchHit::title)
			.containsExactly("14/88", "88", "Hakenkruis", "Islamitische Staat", "Keltisch kruis", "Mjölnir", "Tillen");
	}

	@Test
	void showsOnePageAtATime() {
		this.index.replaceAll(Documents.numbered(25, "tekst"));
		SearchResults last = this.index.search(new SearchRequest("tekst", Map.of(), 2, 10));
		assertThat(last.total()).isEqualTo(25);
		assertThat(last.hits()).hasSize(5);
		assertThat(this.index.search(new SearchRequest("", Map.of(), 1, 10)).hits()).extracting(SearchHit::id)
			.startsWith("n10")
			.hasSize(10);
		assertThat(this.index.search(new SearchRequest("", Map.of(), 100, 100)).hits()).isEmpty();
	}

	@Test
	void countsAllHitsHoweverMany() {
		this.index.replaceAll(Documents.numbered(3000, "tekst"));
		assertThat(this.index.search(SearchRequest.text("tekst")).total()).isEqualTo(3000);
	}

	@Test
	void refusesPageOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SearchRequest("", Map.of(), -1, 10));
		assertThatIllegalArgumentException().isThrownBy(() -> new SearchRequest("", Map.of(), 0, 101));
	}

	@Test
	void saysSoWhenNothingIsFound() {
		SearchResults results = this.index.search(SearchRequest.text("zebra"));
		assertThat(results.total()).isZero();
		assertThat(results.hits()).isEmpty();
		assertThat(results.didYouMean()).isNull();
	}

	@Test
	void suggestsNameOnlyWhenGuessing() {
		assertThat(this.index.search(SearchRequest.text("hakekruis")).didYouMean()).isEqualTo("Hakenkruis");
		assertThat(this.index.search(SearchRequest.text("hakenkruis")).didYouMean()).isNull();
		assertThat(this.index.search(SearchRequest.text("veertien achtentachtig")).didYouMean()).isNull();
		assertThat(this.index.search(SearchRequest.text("")).didYouMean()).isNull();
	}

	@Test
	void replacesDocumentWithTheSameId() {
		this.index.put(new SearchDocument("hamer", "Moker", "Gereedschap.", List.of(), Map.of()));
		assertThat(ids("mjolnir")).isEmpty();
		assertThat(ids("moker")).containsExactly("hamer");
		assertThat(this.index.search(SearchRequest.text("")).total()).isEqualTo(7);
	}

	@Test
	void forgetsRemovedDocument() {
		this.index.remove("hamer");
		this.index.remove("unknown");
		assertThat(ids("mjolnir")).isEmpty();
		assertThat(this.index.search(SearchRequest.text("")).facetCounts().get("vorm")).doesNotContainKey("voorwerp");
	}

	@Test
	void isEmptyUntilSomethingIsPut() {
		this.index.replaceAll(List.of());
		assertThat(this.index.isEmpty()).isTrue();
		assertThat(this.index.search(SearchRequest.text("kruis")).total()).isZero();
		this.index.put(Documents.HAMER);
		assertThat(this.index.isEmpty()).isFalse();
	}

	@Test
	void keepsWhatItHadWhenReplacementFails() {
		SearchDocument impossible = new SearchDocument("x", "x", "x", List.of(), Map.of("vorm", Set.of("")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.index.replaceAll(List.of(Documents.HAMER, impossible)));
		this.index.put(Documents.HAMER);
		assertThat(this.index.search(SearchRequest.text("")).total()).isEqualTo(7);
	}

	private String first(String text) {
		return this.index.search(SearchRequest.text(text)).hits().getFirst().id();
	}

	private List<String> ids(String text) {
		return this.index.search(SearchRequest.text(text)).hits().stream().map(SearchHit::id).toList();
	}

}
