package nl.kundig.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.kundig.app.system.StoreHealth.Room;
import nl.kundig.app.training.NoticeWords;
import nl.kundig.courses.curriculum.CurriculumDifference;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumMistake;
import nl.kundig.courses.curriculum.DraftRefused;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.GroupKind;
import nl.kundig.courses.duty.Cycle;
import nl.kundig.courses.duty.DateStep;
import nl.kundig.courses.duty.DueFrom;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.ExplainedDate;
import nl.kundig.courses.duty.LeafStanding;
import nl.kundig.courses.duty.Who;
import nl.kundig.courses.knowledge.Activity;
import nl.kundig.courses.knowledge.Carrier;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.knowledge.Coded;
import nl.kundig.courses.knowledge.Current;
import nl.kundig.courses.knowledge.Form;
import nl.kundig.courses.knowledge.KnowledgeKind;
import nl.kundig.courses.knowledge.ListName;
import nl.kundig.courses.knowledge.Nature;
import nl.kundig.courses.knowledge.Unambiguity;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PartnerKind;
import nl.kundig.courses.quiz.AnswerProblem;
import nl.kundig.courses.quiz.QuestionKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TranslationTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.-]+)[}(]");

	private static final Pattern TAG = Pattern
		.compile("<(/?)([a-zA-Z][\\w:-]*)((?:\\s+[^\\s=>/]+(?:\\s*=\\s*\"[^\"]*\")?)*)\\s*(/?)>");

	private static final Pattern SPOKEN_ATTRIBUTE = Pattern
		.compile("\\s(?:aria-label|alt|title|placeholder|aria-description)=\"([^\"]*\\p{L}[^\"]*)\"");

	private static final Set<String> VOID = Set.of("meta", "link", "input", "img", "br", "hr", "wbr", "!doctype");

	/** Names, which are the same in every language. */
	private static final Set<String> NAMES = Set.of("Kundig", "Nederlands", "English");

	@Test
	void everyLanguageHasTheSameKeys() {
		assertThat(properties("messages_en").stringPropertyNames()).hasSizeGreaterThan(200)
			.containsExactlyInAnyOrderElementsOf(properties("messages").stringPropertyNames());
		assertThat(properties("ValidationMessages_en").stringPropertyNames()).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(properties("ValidationMessages_nl").stringPropertyNames());
	}

	@Test
	void everyKeyOfATemplateHasAMessage() {
		Set<String> keys = new TreeSet<>();
		templates().values()
			.forEach((text) -> KEY.matcher(text).results().forEach((found) -> keys.add(found.group(1))));
		assertThat(keys).hasSizeGreaterThan(100);
		assertThat(properties("messages").stringPropertyNames()).containsAll(keys);
	}

	@Test
	void everyWordOfAVocabularyHasAMessage() {
		List<String> keys = new ArrayList<>();
		Map<String, Coded[]> vocabularies = Map.of("kind", KnowledgeKind.values(), "current", Current.values(), "form",
				Form.values(), "carrier", Carrier.values(), "nature", Nature.values(), "activity", Activity.values(),
				"certainty", Certainty.values(), "unambiguity", Unambiguity.values(), "list", ListName.values());
		vocabularies
			.forEach((prefix, words) -> Arrays.stream(words).forEach((word) -> keys.add(prefix + "." + word.code())));
		Arrays.stream(Unambiguity.values()).forEach((grade) -> keys.add("unambiguity." + grade.code() + ".mark"));
		Arrays.stream(LearnerRole.values()).forEach((role) -> keys.add("role." + role.code()));
		Arrays.stream(QuestionKind.values()).forEach((kind) -> keys.add("quiz.hint." + kind.code()));
		Arrays.stream(AnswerProblem.values()).forEach((problem) -> keys.add("quiz.problem." + problem));
		Map<String, Enum<?>[]> kinds = Map.of("draft.state", CurriculumDraft.State.values(), "draft.action",
				CurriculumDraft.Action.values(), "draft.refused", DraftRefused.Reason.values(), "draft.mistake",
				CurriculumMistake.Kind.values(), "draft.term", CurriculumDifference.Term.values(), "draft.group",
				GroupKind.values(), "draft.kind", GroupKind.values(), "draft.early", EarlyWork.values());
		kinds.forEach((prefix, words) -> Arrays.stream(words).forEach((word) -> keys.add(prefix + "." + word.name())));
		for (Room room : Room.values()) {
			keys.add("storage." + room + ".text");
			if (room != Room.ENOUGH) {
				keys.add("storage." + room + ".line");
			}
		}
		addWordsOfDuties(keys);
		addWordsOfMails(keys);
		addWordsOfNotices(keys);
		List.of("true", "false", "fact", "interpretation").forEach((value) -> keys.add("quiz." + value));
		for (int status : List.of(400, 403, 404, 409, 410, 413, 429, 500, 503)) {
			keys.addAll(List.of("error." + status + ".title", "error." + status + ".text"));
		}
		List.of("revision", "name", "aliases", "looks", "meaning", "origin", "otherMeanings", "contextQuestions",
				"unambiguity")
			.forEach((field) -> keys.add("symbol.form." + field));
		assertThat(properties("messages").stringPropertyNames()).containsAll(keys);
		assertThat(properties("messages_en").stringPropertyNames()).containsAll(keys);
	}

	private static void addWordsOfMails(List<String> keys) {
		List.of("WAITING", "SENDING", "SENT", "GIVEN_UP").forEach((state) -> keys.add("post.state." + state));
		List.of("SENT", "GIVEN_UP").forEach((state) -> keys.add("post.ended." + state));
		List.of("wacht", "verzonden", "opgegeven")
			.forEach((box) -> keys.addAll(List.of("post.box." + box, "post.none." + box)));
		List.of("UNREACHABLE", "SIGN_IN", "RECIPIENT", "REFUSED", "CONTENT", "INTERRUPTED", "TOO_LATE", "NEVER_SENT")
			.forEach((failure) -> keys.add("post.failure." + failure));
	}

	private static void addWordsOfNotices(List<String> keys) {
		NoticeWords.codes()
			.forEach((code) -> List.of("subject", "text", "next", "action")
				.forEach((part) -> keys.add("mail." + code + "." + part)));
		List.of("who", "training", "when", "before", "where", "accessibility", "online", "cost", "reason", "until",
				"closing")
			.forEach((fact) -> keys.add("mail.fact." + fact));
		List.of("ja", "blijf", "weg")
			.forEach((answer) -> keys
				.addAll(List.of("mail.answer.offer.done." + answer, "mail.answer.offer.done." + answer + ".next")));
	}

	private static void addWordsOfDuties(List<String> keys) {
		Arrays.stream(DutyStanding.State.values())
			.forEach((state) -> keys.addAll(List.of("why.badge." + state, "why.state." + state)));
		keys.addAll(List.of("why.state.DUE_SOON.renew", "why.state.OVERDUE.renew", "why.state.EXEMPT.until"));
		Arrays.stream(ExplainedDate.Kind.values()).forEach((kind) -> keys.add("why.date." + kind));
		Arrays.stream(DateStep.Kind.values()).forEach((kind) -> keys.add("why.step." + kind + ".plain"));
		List.of("WITHIN", "LASTS", "RHYTHM", "FIXED_DAY", "EXTENDED", "WINDOW", "GRACE")
			.forEach((kind) -> keys.add("why.step." + kind));
		Arrays.stream(LeafStanding.State.values())
			.filter((state) -> state != LeafStanding.State.OTHER_ROLE)
			.forEach((state) -> keys.add("why.leaf." + state));
		Arrays.stream(Cycle.Kind.values()).forEach((kind) -> keys.add("why.cycle." + kind));
		Arrays.stream(DueFrom.values()).forEach((from) -> keys.add("why.rule.from." + from));
		Arrays.stream(Who.Condition.values()).forEach((condition) -> keys.add("whyNot." + condition));
		List.of("no-role", "over", "not-yet", "withdrawn").forEach((missing) -> keys.add("whyNot." + missing));
		Arrays.stream(PartnerKind.values()).forEach((kind) -> keys.add("partner." + kind.code()));
		List.of("module", "training", "scenario", "proof", "certificate")
			.forEach((kind) -> keys.add("requirement." + kind));
		List.of("achieved", "exempted", "not-applicable", "extended", "revoked")
			.forEach((kind) -> keys.add("why.fact." + kind));
		List.of("quiz", "own", "by-hand", "decision", "other").forEach((source) -> keys.add("why.source." + source));
		List.of("role", "unit", "municipality", "partner").forEach((part) -> keys.add("why.rule." + part));
		List.of("completion", "expiry", "fixed-day").forEach((basis) -> keys.add("why.basis." + basis));
		List.of("why.rule", "why.window", "why.grace", "why.grace.none", "why.early.counts", "why.early.does-not-count",
				"why.extension.through", "why.extension.period", "period.years", "period.months", "period.days",
				"period.and", "people.saved.taken", "people.saved.left")
			.forEach(keys::add);
		List.of("EXEMPTION", "NOT_APPLICABLE", "EXTENSION", "REVOCATION")
			.forEach((kind) -> keys.addAll(List.of("decide." + kind, "decide.lead." + kind, "decide.done." + kind)));
		List.of("about", "reason", "evidence", "effectiveOn", "until", "role", "unit", "partner", "from", "lastDay",
				"token", "fact")
			.forEach((field) -> keys.add("decide.field." + field));
		List.of("date", "out-of-range", "too-far", "ends-before", "extension", "no-extension", "lapsed", "reason",
				"evidence", "about", "overlaps", "gone")
			.forEach((mistake) -> keys.add("decide.wrong." + mistake));
	}

	@Test
	void noMessageIsBlankOrLosesAnApostrophe() {
		for (String bundle : List.of("messages", "messages_en")) {
			Properties messages = properties(bundle);
			messages.stringPropertyNames().forEach((key) -> {
				String text = messages.getProperty(key);
				assertThat(text).as(bundle + " " + key).isNotBlank();
				if (text.contains("{0") || key.startsWith("quiz.hint.")) {
					assertThat(text.replace("''", "")).as(bundle + " " + key).doesNotContain("'");
				}
			});
		}
	}

	@Test
	void bothLanguagesUseTheSameArguments() {
		Properties dutch = properties("messages");
		Properties english = properties("messages_en");
		dutch.stringPropertyNames()
			.forEach((key) -> assertThat(arguments(english.getProperty(key))).as(key)
				.isEqualTo(arguments(dutch.getProperty(key))));
	}

	@Test
	void noTemplateSpeaksOneLanguage() {
		Map<String, String> templates = templates();
		assertThat(templates).hasSizeGreaterThan(15);
		List<String> literals = new ArrayList<>();
		templates.forEach((name, text) -> literal(text).forEach((found) -> literals.add(name + ": " + found)));
		assertThat(literals).isEmpty();
	}

	@Test
	void literalTextIsNoticed() {
		assertThat(literal("<p>Hallo</p>")).containsExactly("Hallo");
		assertThat(literal("<p th:text=\"#{a}\">Hallo</p>")).isEmpty();
		assertThat(literal("<p><b th:text=\"#{a}\">Hallo</b> daar</p>")).containsExactly("daar");
		assertThat(literal("<p><br>daar</p>")).containsExactly("daar");
		assertThat(literal("<nav aria-label=\"Menu\" th:text=\"#{a}\"></nav>")).containsExactly("Menu");
		assertThat(literal("<nav th:aria-label=\"#{a}\"></nav>")).isEmpty();
	}

	private static Set<String> arguments(String message) {
		Set<String> arguments = new TreeSet<>();
		Pattern.compile("\\{(\\d)").matcher(message).results().forEach((found) -> arguments.add(found.group(1)));
		return arguments;
	}

	/** Text that no expression replaces. */
	private static List<String> literal(String template) {
		List<String> literals = new ArrayList<>();
		Deque<Boolean> replaced = new ArrayDeque<>(List.of(false));
		// A title without expression is that of a file of fragments, which nobody sees.
		String html = template.replaceAll("(?s)<!--.*?-->|<!DOCTYPE[^>]*>|<title>[^<]*</title>", "");
		Matcher tag = TAG.matcher(html);
		int end = 0;
		while (tag.find()) {
			add(literals, html.substring(end, tag.start()), replaced.peek());
			end = tag.end();
			if (!tag.group(1).isEmpty()) {
				replaced.pop();
				continue;
			}
			SPOKEN_ATTRIBUTE.matcher(tag.group(3)).results().forEach((found) -> literals.add(found.group(1)));
			if (!VOID.contains(tag.group(2)) && tag.group(4).isEmpty()) {
				replaced.push(replaced.peek()
						|| tag.group(3).matches("(?s).*\\sth:(text|utext|replace)=.*") && !"html".equals(tag.group(2)));
			}
		}
		add(literals, html.substring(end), replaced.peek());
		assertThat(replaced).as("every tag is closed").hasSize(1);
		return literals;
	}

	private static void add(List<String> literals, String text, boolean replaced) {
		String words = text.strip();
		if (!replaced && words.matches("(?s).*\\p{L}.*") && !NAMES.contains(words)) {
			literals.add(words);
		}
	}

	private static Map<String, String> templates() {
		Map<String, String> templates = new TreeMap<>();
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".html")).toList()) {
				templates.put(TEMPLATES.relativize(file).toString(), Files.readString(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return templates;
	}

	private static Properties properties(String name) {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				TranslationTests.class.getResourceAsStream("/" + name + ".properties"), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

}
