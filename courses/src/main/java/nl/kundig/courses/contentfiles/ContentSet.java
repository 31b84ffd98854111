package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.content.Section;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.knowledge.Organisation;
import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.quiz.Quiz;
import nl.kundig.courses.training.Provider;
import nl.kundig.courses.training.Training;

/**
 * Everything that is taught, read and checked as a whole, also where one file refers to
 * another.
 */
record ContentSet(List<LearningModule> modules, List<Quiz> quizzes, List<Curriculum> curricula,
		List<Organisation> organisations, List<Symbol> symbols, List<Provider> providers, List<Training> trainings) {

	private static final Set<String> FOLDERS = Set.of("modules", "quizzes", "curricula", "organisations", "symbols",
			"providers", "trainings");

	static ContentSet read(List<ContentFile> files, Instant publishedAt) {
		List<ContentFile> sorted = files.stream().sorted(Comparator.comparing(ContentFile::path)).toList();
		Map<String, ContentFile> drawings = drawings(sorted);
		Map<String, Entry<LearningModule>> modules = entries(sorted, "modules",
				(file) -> ModuleFile.read(YamlNode.parse(file), publishedAt));
		Map<String, Entry<Quiz>> quizzes = entries(sorted, "quizzes",
				(file) -> QuizFile.read(YamlNode.parse(file), publishedAt));
		Map<String, Entry<Curriculum>> curricula = entries(sorted, "curricula",
				(file) -> CurriculumFile.read(YamlNode.parse(file), publishedAt));
		Map<String, Entry<Organisation>> organisations = entries(sorted, "organisations",
				(file) -> OrganisationFile.read(YamlNode.parse(file), publishedAt));
		Map<String, Entry<Symbol>> symbols = entries(sorted, "symbols",
				(file) -> SymbolFile.read(YamlNode.parse(file), drawings.get(file.id()), publishedAt));
		Map<String, Entry<Provider>> providers = entries(sorted, "providers",
				(file) -> ProviderFile.read(YamlNode.parse(file), publishedAt));
		Map<String, Entry<Training>> trainings = entries(sorted, "trainings",
				(file) -> TrainingFile.read(YamlNode.parse(file), publishedAt));
		quizzes.values().forEach((quiz) -> checkQuiz(quiz, modules));
		checkCurricula(curricula, modules, quizzes);
		curricula.values()
			.forEach((curriculum) -> CurriculumFile.trainings(curriculum.root())
				.forEach((training) -> known(training, trainings)));
		trainings.values().forEach((training) -> checkTraining(training, trainings, providers));
		organisations.values()
			.forEach(
					(organisation) -> organisation.root().items("symbols").forEach((symbol) -> known(symbol, symbols)));
		symbols.values().forEach((symbol) -> checkSymbol(symbol, symbols, organisations));
		return new ContentSet(things(modules), things(quizzes), things(curricula), things(organisations),
				things(symbols), things(providers), things(trainings));
	}

	private static Map<String, ContentFile> drawings(List<ContentFile> files) {
		Map<String, ContentFile> drawings = new HashMap<>();
		Map<String, ContentFile> texts = new HashMap<>();
		for (ContentFile file : files) {
			if (file.folder().equals("symbols") && file.isA("svg")) {
				drawings.put(file.id(), file);
			}
			else if (FOLDERS.contains(file.folder()) && file.isA("yaml")) {
				texts.put(file.path(), file);
			}
			else {
				throw new ContentMistake(file.path(), 1, "no such file is expected here");
			}
		}
		drawings.forEach((slug, drawing) -> {
			if (!texts.containsKey("symbols/" + slug + ".yaml")) {
				throw new ContentMistake(drawing.path(), 1, "there is no symbol " + slug);
			}
		});
		return drawings;
	}

	private static <T> Map<String, Entry<T>> entries(List<ContentFile> files, String folder,
			Function<ContentFile, Entry<T>> reader) {
		Map<String, Entry<T>> entries = new LinkedHashMap<>();
		Map<String, ContentFile> written = new TreeMap<>();
		for (ContentFile file : files) {
			if (!file.folder().equals(folder) || !file.isA("yaml")) {
				continue;
			}
			Entry<T> entry = reader.apply(file);
			ContentFile other = written.put(entry.id(), file);
			if (other != null) {
				throw entry.root().mistake(entry.id() + " is in " + other.path() + " already");
			}
			if (!entry.id().equals(file.id())) {
				throw entry.root().mistake("this is " + entry.id() + ", but the file's name is " + file.name());
			}
			entries.put(entry.id(), entry);
		}
		return entries;
	}

	private static void checkQuiz(Entry<Quiz> quiz, Map<String, Entry<LearningModule>> modules) {
		LearningModule module = known(quiz.root().get("module"), modules).thing();
		for (YamlNode question : quiz.root().items("questions")) {
			YamlNode piece = question.get("piece");
			Section section = module.section(piece.id())
				.orElseThrow(() -> piece.mistake("module " + module.module() + " has no piece " + piece.id()));
			if (!section.roles().isEmpty()) {
				throw piece.mistake(section.id() + " is not for every role, but the question is");
			}
		}
	}

	private static void checkCurricula(Map<String, Entry<Curriculum>> curricula,
			Map<String, Entry<LearningModule>> modules, Map<String, Entry<Quiz>> quizzes) {
		Map<LearnerRole, String> roles = new HashMap<>();
		for (Entry<Curriculum> curriculum : curricula.values()) {
			String other = roles.put(curriculum.thing().role(), curriculum.id());
			if (other != null) {
				throw curriculum.root().get("role").mistake("has the curriculum " + other + " already");
			}
			for (YamlNode module : CurriculumFile.modules(curriculum.root())) {
				known(module, modules);
				if (!quizzes.containsKey(module.id())) {
					throw module.mistake(module.id() + " has no quiz, so nobody can pass it");
				}
			}
			for (YamlNode certificate : CurriculumFile.certificates(curriculum.root())) {
				known(certificate, curricula);
				if (needs(certificate.id(), curriculum.id(), curricula, new HashSet<>())) {
					throw certificate.mistake(curriculum.id() + " needs itself in turn");
				}
			}
		}
	}

	/** Whether the certificate of the one cannot be had without that of the other. */
	private static boolean needs(String one, String other, Map<String, Entry<Curriculum>> curricula, Set<String> seen) {
		Entry<Curriculum> curriculum = curricula.get(one);
		return one.equals(other) || (curriculum != null && seen.add(one)
				&& CurriculumFile.certificates(curriculum.root())
					.stream()
					.anyMatch((certificate) -> needs(certificate.id(), other, curricula, seen)));
	}

	private static void checkSymbol(Entry<Symbol> symbol, Map<String, Entry<Symbol>> symbols,
			Map<String, Entry<Organisation>> organisations) {
		symbol.root().items("organisations").forEach((organisation) -> known(organisation, organisations));
		for (YamlNode lookAlike : symbol.root().items("look-alikes")) {
			YamlNode other = lookAlike.find("symbol");
			if (other != null) {
				known(other, symbols);
				if (other.id().equals(symbol.id())) {
					throw other.mistake("a symbol is not its own look-alike");
				}
			}
		}
	}

	private static void checkTraining(Entry<Training> training, Map<String, Entry<Training>> trainings,
			Map<String, Entry<Provider>> providers) {
		known(training.root().get("provider"), providers);
		for (YamlNode other : TrainingFile.trainings(training.root())) {
			known(other, trainings);
			if (other.id().equals(training.id())) {
				throw other.mistake("a training does not name itself");
			}
		}
	}

	private static <T> Entry<T> known(YamlNode reference, Map<String, Entry<T>> entries) {
		Entry<T> entry = entries.get(reference.id());
		if (entry == null) {
			throw reference.mistake("there is no " + reference.id());
		}
		return entry;
	}

	private static <T> List<T> things(Map<String, Entry<T>> entries) {
		return entries.values().stream().map(Entry::thing).toList();
	}

}
