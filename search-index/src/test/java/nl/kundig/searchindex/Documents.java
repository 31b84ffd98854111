package nl.kundig.searchindex;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the tests look for. */
final class Documents {

	static final SearchDocument HAKENKRUIS = new SearchDocument("hakenkruis", "Hakenkruis",
			"Een kruis met vier gebogen armen. Teken van het nationaalsocialisme, en veel ouder in Azië.",
			List.of("swastika"), facets("kruis", "rood", "zwart"));

	static final SearchDocument CODE = new SearchDocument("1488", "14/88",
			"Getallencode op muren en in gebruikersnamen.", List.of(), facets("code", "zwart"));

	static final SearchDocument HEIL = new SearchDocument("88", "88", "De achtste letter van het alfabet, tweemaal.",
			List.of("HH"), facets("code", "rood"));

	static final SearchDocument HAMER = new SearchDocument("hamer", "Mjölnir", "De hamer van de god Thor.",
			List.of("Thors hamer"), facets("voorwerp"));

	static final SearchDocument IS = new SearchDocument("is", "Islamitische Staat",
			"Een zwarte vlag met witte tekst. Een terroristische organisatie.", List.of("IS", "Daesh"),
			facets("vlag", "zwart"));

	static final SearchDocument KELTISCH = new SearchDocument("keltisch", "Keltisch kruis",
			"Een kruis met een cirkel, op kerken en op vlaggen.", List.of("zonnekruis"), facets("kruis", "wit"));

	static final SearchDocument ZIEK = new SearchDocument("ziek", "Tillen", "Iedereen krijgt wel eens rugklachten.",
			List.of(), Map.of());

	private Documents() {
	}

	static List<SearchDocument> all() {
		return List.of(HAKENKRUIS, CODE, HEIL, HAMER, IS, KELTISCH, ZIEK);
	}

	static List<SearchDocument> numbered(int count, String body) {
		return IntStream.range(0, count)
			.mapToObj((i) -> new SearchDocument("n" + i, "Blad %03d".formatted(i), body, List.of(),
					facets("blad", (i % 2 == 0) ? "even" : "oneven")))
			.toList();
	}

	private static Map<String, Set<String>> facets(String form, String... colours) {
		return Map.of("vorm", Set.of(form), "kleur", Set.of(colours));
	}

}
