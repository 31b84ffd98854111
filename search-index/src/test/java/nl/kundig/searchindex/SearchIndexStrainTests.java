package nl.kundig.searchindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do not type, and more at once than they do. */
class SearchIndexStrainTests {

	private static final int DOCUMENTS = 50;

	static List<String> oddTexts() {
		return List.of("x".repeat(10_000), "hakenkruis ".repeat(1000), "\uD83D\uDE00".repeat(5000),
				"a" + "\uD83D\uDE00".repeat(5000), "***", "?", "title:(a OR", "\"", "a AND NOT b", "[a TO z]", "/.*/",
				"\\", "~2^9", "+-!(){}[]^\"~*?:\\/", "\u0000\u0001\u001F\u007F", "hamer\u0000", "\uD800abcdef",
				"صليب معقوف", "צלב קרס", "\u202Eabcdef\u202C", "卍", "ᛋᛋ", "\u0301\u0301\u0301", "\n", "ﬃﬃﬃﬃ", "١٤٨٨");
	}

	@ParameterizedTest
	@MethodSource("oddTexts")
	void givesAnOrdinaryAnswerToAnyText(String text) {
		try (SearchIndex index = SearchIndex.inMemory()) {
			assertThat(index.search(SearchRequest.text(text)).total()).isZero();
			index.replaceAll(Documents.all());
			SearchResults results = index.search(SearchRequest.text(text));
			assertThat(results.total()).isEqualTo(results.hits().size()).isBetween(0L, 7L);
		}
	}

	@ParameterizedTest
	@MethodSource("oddTexts")
	void keepsDocumentsWithAnyText(String text) {
		try (SearchIndex index = SearchIndex.inMemory()) {
			index.put(new SearchDocument("odd", text, text, List.of(text), Map.of()));
			assertThat(index.search(SearchRequest.text("")).hits()).extracting(SearchHit::id).containsExactly("odd");
		}
	}

	@ParameterizedTest
	@MethodSource("signs")
	void findsPastedSign(String sign) {
		try (SearchIndex index = SearchIndex.inMemory()) {
			index.replaceAll(Documents.all());
			index.put(new SearchDocument("sign", "Teken", "", List.of(sign), Map.of()));
			assertThat(index.search(SearchRequest.text(sign)).hits().getFirst().id()).isEqualTo("sign");
		}
	}

	static List<String> signs() {
		return List.of("卍", "ᛋᛋ", "\uD83D\uDC4C", "((( )))", "⚡⚡", "صليب معقوف");
	}

	@Test
	void staysBelowTheClauseLimitWhenEveryWordIsMistyped() {
		try (SearchIndex index = SearchIndex.inMemory()) {
			String body = IntStream.range(0, 26 * 26 * 26)
				.mapToObj((i) -> "kr" + (char) ('a' + i / 676) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26))
				.collect(Collectors.joining(" "));
			index.put(new SearchDocument("many", body.substring(0, 8000), body, List.of(body.substring(0, 8000)),
					Map.of()));
			String question = IntStream.range(0, 40)
				.mapToObj((i) -> "kr%d%d".formatted(i, i))
				.collect(Collectors.joining(" "));
			assertThat(index.search(SearchRequest.text(question)).total()).isBetween(0L, 1L);
			assertThat(index.search(SearchRequest.text("kr1x kr2x krx3 k4xx kr5x kr6x ".repeat(9))).total())
				.isBetween(0L, 1L);
		}
	}

	@Test
	void showsAllDocumentsToManyReadersWhileBeingWritten() throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		AtomicLong searches = new AtomicLong();
		try (SearchIndex index = SearchIndex.inMemory(); ExecutorService readers = Executors.newFixedThreadPool(8)) {
			index.replaceAll(Documents.numbered(DOCUMENTS, "eerste tekst"));
			List<Future<Long>> fewest = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				String text = (i % 2 == 0) ? "" : "tekst";
				fewest.add(readers.submit(() -> {
					long least = Long.MAX_VALUE;
					while (!done.get()) {
						SearchResults results = index.search(SearchRequest.text(text));
						long counted = results.facetCounts().get("vorm").get("blad");
						least = Math.min(least, Math.min(results.total(), counted));
						searches.incrementAndGet();
					}
					return least;
				}));
			}
			try {
				for (int round = 0; round < 20; round++) {
					List<SearchDocument> documents = Documents.numbered(DOCUMENTS, "tekst " + round);
					index.replaceAll(documents);
					documents.subList(0, 5).forEach(index::put);
				}
			}
			finally {
				done.set(true);
			}
			for (Future<Long> least : fewest) {
				assertThat(least.get()).isEqualTo(DOCUMENTS);
			}
			assertThat(searches).hasPositiveValue();
		}
	}

}
