package nl.kundig.courses.contentfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import nl.kundig.courses.knowledge.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContentFilesTests {

	private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

	@TempDir
	Path folder;

	@Test
	void readsTheShippedContentWithoutMistake() {
		ContentSet set = ContentSet.read(StarterContent.shipped(), NOW);
		assertThat(set.modules()).hasSize(4);
		assertThat(set.quizzes()).hasSize(4);
		assertThat(set.curricula()).hasSize(7);
		assertThat(set.symbols()).hasSize(20);
		assertThat(set.organisations()).hasSize(12);
		assertThat(set.providers()).hasSize(9);
		assertThat(set.trainings()).hasSize(19);
	}

	@Test
	void readsAFolderLikeTheShippedContent() throws IOException {
		copyShipped();
		assertThat(ContentSet.read(StarterContent.in(this.folder), NOW))
			.isEqualTo(ContentSet.read(StarterContent.shipped(), NOW));
	}

	@Test
	void givesTheSameContentTheSameVersionOnAnotherDay() {
		ContentSet today = ContentSet.read(StarterContent.shipped(), NOW);
		ContentSet tomorrow = ContentSet.read(StarterContent.shipped(), NOW.plusSeconds(86_400));
		assertThat(today.modules().getFirst().version()).isEqualTo(tomorrow.modules().getFirst().version());
		assertThat(today.symbols().getFirst().starterHash()).isEqualTo(tomorrow.symbols().getFirst().starterHash());
	}

	@Test
	void readsASlugOfDigits() throws IOException {
		copyShipped();
		replace("symbols/88.yaml", "slug: \"88\"", "slug: 88");
		assertThat(ContentSet.read(StarterContent.in(this.folder), NOW).symbols()).extracting(Symbol::slug)
			.contains("88");
	}

	@Test
	void neverShowsADrawingOfWhatMustNotBeDrawn() throws IOException {
		copyShipped();
		Files.copy(this.folder.resolve("symbols/88.svg"), this.folder.resolve("symbols/764.svg"));
		assertMistake("symbols/764.svg", 1, "this symbol is described, not drawn: see its sensitivities");
	}

	@Test
	void refusesTwoEntriesWithOneSlug() throws IOException {
		copyShipped();
		Files.copy(this.folder.resolve("symbols/zwarte-zon.yaml"), this.folder.resolve("symbols/zwarte-zonnen.yaml"));
		assertMistake("symbols/zwarte-zonnen.yaml", 1, "zwarte-zon is in symbols/zwarte-zon.yaml already");
	}

	@Test
	void refusesAFileThatIsNamedUnlikeItsEntry() throws IOException {
		copyShipped();
		Files.move(this.folder.resolve("organisations/hamas.yaml"), this.folder.resolve("organisations/hammas.yaml"));
		assertMistake("organisations/hammas.yaml", 1, "this is hamas, but the file's name is hammas.yaml");
	}

	@Test
	void refusesAFileItDoesNotKnow() throws IOException {
		copyShipped();
		Files.writeString(this.folder.resolve("symbols/88.png"), "");
		assertMistake("symbols/88.png", 1, "no such file is expected here");
	}

	@Test
	void refusesADrawingThatIsTooLarge() throws IOException {
		copyShipped();
		replace("symbols/88.svg", "</svg>", " ".repeat(9000) + "</svg>");
		assertThatExceptionOfType(ContentMistake.class).isThrownBy(this::read).withMessageContaining("bytes are more");
	}

	@Test
	void refusesWhatIsNotUtf8() throws IOException {
		copyShipped();
		Files.write(this.folder.resolve("modules/m1.yaml"), new byte[] { 'i', 'd', ':', ' ', (byte) 0xE9 });
		assertMistake("modules/m1.yaml", 1, "is not UTF-8");
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void namesFileLineAndReason(Mistake mistake) throws IOException {
		copyShipped();
		int line = replace(mistake.file, mistake.text, mistake.replacement);
		assertMistake(mistake.file, line + mistake.linesOn, mistake.reason);
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(
				new Mistake("curricula/signaleren-balie.yaml", "role: desk-employee", "role: clerk",
						"role: unknown code clerk; known are focal-officer policy-officer desk-employee "
								+ "enforcement-officer social-domain manager external-partner"),
				new Mistake("curricula/bewustwording-leidinggevende.yaml", "modules: [m1", "modules: [m77",
						"modules: there is no m77"),
				new Mistake("curricula/signaleren-balie.yaml", "{module: m1}", "{module: m77}",
						"module: there is no m77"),
				new Mistake("curricula/signaleren-balie.yaml", "training: ror-basis", "training: ror-bases",
						"training: there is no ror-bases"),
				new Mistake("trainings/ror-basis.yaml", "provider: ror", "provider: rir", "provider: there is no rir"),
				new Mistake("trainings/ror-basis.yaml", "form: classroom", "form: school",
						"form: unknown code school; known are classroom blended webinar online coaching network game"),
				new Mistake("trainings/ror-basis.yaml", "level: 2", "level: 5", "level: 5 is not between 0 and 4"),
				new Mistake("trainings/ror-basis.yaml", "language: nl", "language: Dutch",
						"language: must be two letters, like nl"),
				new Mistake("trainings/ror-basis.yaml", "language: nl", "language: nl\ncost: Gratis", 1,
						"cost: must not say that something is free"),
				new Mistake("trainings/ror-basis.yaml", "description: |", "description: |\n  Het is gratis.\n", 0,
						"description: must not say that something is free"),
				new Mistake("trainings/ror-basis.yaml", "description: |", "description: Volgens iemand.\ncost: |", 0,
						"description: is plausible only, so it must name the publisher of one of its sources"),
				new Mistake("trainings/ror-basis.yaml", "language: nl", "language: nl\nwithdrawn-on: soon", 1,
						"withdrawn-on: must be a date like 2026-11-23"),
				new Mistake("trainings/ror-ggz.yaml", "counts-for: [ror-basis]", "counts-for: [ror-ggz]",
						"counts-for: a training does not name itself"),
				new Mistake("trainings/ror-verdieping.yaml", "prerequisites: [ror-basis]", "prerequisites: [basis]",
						"prerequisites: there is no basis"),
				new Mistake("providers/ror.yaml", "kind: national", "kind: state",
						"kind: unknown code state; known are national region institute private"),
				new Mistake("curricula/signaleren-balie.yaml", "role: desk-employee", "role: manager",
						"role: has the curriculum bewustwording-leidinggevende already"),
				new Mistake("curricula/signaleren-balie.yaml", "level: 2", "level: two",
						"level: must be a whole number"),
				new Mistake("curricula/signaleren-balie.yaml", "level: 2", "level: &two 2",
						"anchors (& and *) are not allowed"),
				new Mistake("symbols/zwarte-zon.yaml", "form: sign-or-rune", "form: sign-or-rune\nextra: 1", 1,
						"unknown key extra"),
				new Mistake("symbols/zwarte-zon.yaml", "form: sign-or-rune", "form: sign-or-rune\nform: flag", 1,
						"key form is there twice"),
				new Mistake("symbols/zwarte-zon.yaml", "name: Zwarte zon", "name: ''", "name: must not be blank"),
				new Mistake("symbols/zwarte-zon.yaml", "name: Zwarte zon", "name: yes",
						"name: must be a text; put it between quotes"),
				new Mistake("symbols/zwarte-zon.yaml", "name: Zwarte zon", "name: [Zwarte zon]",
						"name: must be a single value"),
				new Mistake("symbols/zwarte-zon.yaml", "slug: zwarte-zon", "slug: Zwarte_zon",
						"slug: Zwarte_zon is no id: lower-case letters, digits and single hyphens"),
				new Mistake("symbols/zwarte-zon.yaml", "symbol: hakenkruis", "symbol: haakkruis",
						"symbol: there is no haakkruis"),
				new Mistake("symbols/zwarte-zon.yaml", "organisations: [the-base]", "organisations: [base]",
						"organisations: there is no base"),
				new Mistake("symbols/zwarte-zon.yaml", "as-of: 2026-11-23", "as-of: 2026-11-31",
						"as-of: must be a date like 2026-11-23"),
				new Mistake("organisations/isis.yaml", "symbols: [is-vlag", "symbols: [isvlag",
						"symbols: there is no isvlag"),
				new Mistake("organisations/isis.yaml", "list: un-1267", "list: un-1268",
						"list: unknown code un-1268; known are un-1267 un-1988 un-2713 eu-931 eu-2016-1686 "
								+ "nl-sanctions nl-rwn"),
				new Mistake("modules/m1.yaml", "    minutes: ", "    minutes: 13 #",
						"minutes: 13 is not between 1 and 12"),
				new Mistake("modules/m1.yaml", "    body: |", "    body: |\n      Dit is <b>vet</b>.", 1,
						"body: HTML is not allowed"),
				new Mistake("modules/m1.yaml", "    body: |", "    body: |\n      # Titel", 1,
						"body: headings start with ## or ###"),
				new Mistake("modules/m1.yaml", "title:", "\t- title:",
						"is no YAML: found character '\\t(TAB)' "
								+ "that cannot start any token. (Do not use \\t(TAB) for indentation)"),
				new Mistake("quizzes/m1.yaml", "draw: 6", "draw: 11", "draw: 11 is not between 6 and 10"),
				new Mistake("quizzes/m1.yaml", "piece: vijf-begrippen", "piece: zes-begrippen",
						"piece: module m1 has no piece zes-begrippen"),
				new Mistake("quizzes/m1.yaml", "kind: single-choice", "kind: essay",
						"kind: unknown code essay; known are single-choice multiple-response true-false matching "
								+ "ordering fact-or-interpretation"),
				// The list begins five lines above its correct option.
				new Mistake("quizzes/m1.yaml", "correct: true", "correct: false", -5,
						"options: exactly one must be correct, not 0"),
				new Mistake("quizzes/m1.yaml", "correct: true", "correct: maybe", "correct: must be true or false"),
				new Mistake("quizzes/m1.yaml", "- id: b", "- id: a", "id: a is there twice"),
				new Mistake("symbols/zwarte-zon.svg", "</svg>", "<script>alert(1)</script></svg>",
						"element script is not allowed"),
				new Mistake("symbols/zwarte-zon.svg", "</title>", "</title><g onclick='alert(1)'/>",
						"attribute onclick is not allowed"),
				new Mistake("symbols/zwarte-zon.svg", "</title>", "</title><g fill='url(https://example.org)'/>",
						"attribute fill must not refer to anything"),
				new Mistake("symbols/zwarte-zon.svg", "</title>", "</title><foreignObject/>",
						"element foreignObject is not allowed"),
				new Mistake("symbols/zwarte-zon.svg", "</title>", "</title><!--><script>alert(1)</script>-->",
						"<! is not allowed: no comments, no declarations"),
				new Mistake("symbols/zwarte-zon.svg", "viewBox=\"0 0 240 240\"", "viewBox=\"0 0 24 24\"",
						"viewBox must be 0 0 240 240"),
				new Mistake("symbols/zwarte-zon.svg", "</svg>", "</sgv>", "is no XML"));
	}

	@Test
	void refusesAnEntryWithoutOtherMeanings() throws IOException {
		copyShipped();
		replace("symbols/zwarte-zon.yaml", "other-meanings: |\n", "");
		assertMistake("symbols/zwarte-zon.yaml", 1, "missing key other-meanings");
	}

	@Test
	void refusesAModuleWithOneSource() throws IOException {
		copyShipped();
		String module = read("modules/m1.yaml");
		String source = "sources:\n  - {title: T, publisher: P, accessed: 2026-11-23, kind: law}\npieces:";
		int line = replace("modules/m1.yaml",
				module.substring(module.indexOf("sources:"), module.indexOf("pieces:") + "pieces:".length()), source);
		assertMistake("modules/m1.yaml", line + 1, "sources: there are 1, there must be at least 2");
	}

	@Test
	void refusesAQuestionAboutAPieceThatNotEverybodyReads() throws IOException {
		copyShipped();
		replace("modules/m1.yaml", "id: vijf-begrippen\n", "id: vijf-begrippen\n    roles: [manager]\n");
		assertMistake("quizzes/m1.yaml", lineOf("quizzes/m1.yaml", "piece: vijf-begrippen"),
				"piece: vijf-begrippen is not for every role, but the question is");
	}

	@Test
	void refusesAQuizWithoutItsModule() throws IOException {
		copyShipped();
		Files.delete(this.folder.resolve("modules/m1.yaml"));
		assertMistake("quizzes/m1.yaml", 1, "module: there is no m1");
	}

	@Test
	void refusesAnOrderThatCannotBe() throws IOException {
		copyShipped();
		String quiz = Stream.of("m1", "m3", "m5", "m6")
			.map((module) -> "quizzes/" + module + ".yaml")
			.filter((file) -> read(file).contains("before:"))
			.findFirst()
			.orElseThrow();
		String[] lines = read(quiz).substring(read(quiz).indexOf("before:")).split("\n");
		String demand = lines[1].strip().substring("- [".length()).replace("]", "");
		String[] steps = demand.split(", ");
		int line = replace(quiz, lines[1], lines[1] + "\n      - [" + steps[1] + ", " + steps[0] + "]");
		assertMistake(quiz, line, "before: no order meets all of these");
	}

	private ContentSet read() {
		return ContentSet.read(StarterContent.in(this.folder), NOW);
	}

	private void assertMistake(String file, int line, String reason) {
		assertThatExceptionOfType(ContentMistake.class).isThrownBy(this::read)
			.withMessage(file + ":" + line + ": " + reason);
	}

	private void copyShipped() throws IOException {
		List<ContentFile> files = StarterContent.shipped();
		for (ContentFile file : files) {
			Files.createDirectories(this.folder.resolve(file.folder()));
			Files.write(this.folder.resolve(file.path()), file.bytes());
		}
	}

	/** Replaces the first such text, and says on which line it was. */
	private int replace(String file, String text, String replacement) throws IOException {
		int line = lineOf(file, text);
		String content = read(file);
		int at = content.indexOf(text);
		Files.writeString(this.folder.resolve(file),
				content.substring(0, at) + replacement + content.substring(at + text.length()));
		return line;
	}

	private int lineOf(String file, String text) {
		String content = read(file);
		assertThat(content).contains(text);
		String before = content.substring(0, content.indexOf(text));
		return 1 + (int) before.chars().filter((character) -> character == '\n').count();
	}

	private String read(String file) {
		try {
			return Files.readString(this.folder.resolve(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The first such text in the file is replaced; the mistake is so many lines further
	 * on.
	 */
	record Mistake(String file, String text, String replacement, int linesOn, String reason) {

		Mistake(String file, String text, String replacement, String reason) {
			this(file, text, replacement, 0, reason);
		}

	}

}
