package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.quiz.Choice;
import nl.kundig.courses.quiz.FactOrInterpretation;
import nl.kundig.courses.quiz.Matching;
import nl.kundig.courses.quiz.MultipleResponse;
import nl.kundig.courses.quiz.Option;
import nl.kundig.courses.quiz.Ordering;
import nl.kundig.courses.quiz.Question;
import nl.kundig.courses.quiz.QuestionKind;
import nl.kundig.courses.quiz.Quiz;
import nl.kundig.courses.quiz.SingleChoice;
import nl.kundig.courses.quiz.TrueFalse;

/** {@code quizzes/<module id>.yaml}. */
final class QuizFile {

	private static final int FEWEST_QUESTIONS = 6;

	private static final int MOST_QUESTIONS = 10;

	private static final int FEWEST_PARTS = 2;

	private QuizFile() {
	}

	static Entry<Quiz> read(YamlNode root, Instant publishedAt) {
		root.allow("module", "draw", "questions");
		String module = root.get("module").id();
		List<Question> questions = root.list("questions", FEWEST_QUESTIONS, MOST_QUESTIONS, QuizFile::question);
		int draw = root.get("draw").number(FEWEST_QUESTIONS, MOST_QUESTIONS);
		if (draw > questions.size()) {
			throw root.get("draw").mistake(draw + " is more than the " + questions.size() + " questions there are");
		}
		return new Entry<>(module, Quiz.of(new LearningModuleId(module), draw, questions, publishedAt), root);
	}

	private static Question question(YamlNode node) {
		return switch (node.get("kind").code(QuestionKind.class)) {
			case SINGLE_CHOICE -> {
				node.allow("id", "kind", "piece", "text", "options");
				yield new SingleChoice(id(node), piece(node), node.text("text"), oneCorrect(node, "options"));
			}
			case MULTIPLE_RESPONSE -> {
				node.allow("id", "kind", "piece", "text", "options");
				yield new MultipleResponse(id(node), piece(node), node.text("text"), someCorrect(node));
			}
			case TRUE_FALSE -> {
				node.allow("id", "kind", "piece", "text", "answer", "reasons");
				yield new TrueFalse(id(node), piece(node), node.text("text"), node.get("answer").truth(),
						oneCorrect(node, "reasons"));
			}
			case MATCHING -> matching(node);
			case ORDERING -> ordering(node);
			case FACT_OR_INTERPRETATION -> {
				node.allow("id", "kind", "piece", "text", "statements");
				yield new FactOrInterpretation(id(node), piece(node), node.text("text"),
						node.list("statements", FEWEST_PARTS, Question.MOST_PARTS, QuizFile::statement));
			}
		};
	}

	private static String id(YamlNode node) {
		return node.get("id").id();
	}

	private static String piece(YamlNode node) {
		return node.get("piece").id();
	}

	private static List<Option> oneCorrect(YamlNode node, String key) {
		List<Option> options = options(node, key);
		long correct = options.stream().filter(Option::correct).count();
		if (correct != 1) {
			throw node.get(key).mistake("exactly one must be correct, not " + correct);
		}
		return options;
	}

	private static List<Option> someCorrect(YamlNode node) {
		List<Option> options = options(node, "options");
		if (options.stream().noneMatch(Option::correct)) {
			throw node.get("options").mistake("at least one must be correct");
		}
		return options;
	}

	private static List<Option> options(YamlNode node, String key) {
		return node.list(key, FEWEST_PARTS, Question.MOST_PARTS, (option) -> {
			option.allow("id", "text", "correct", "feedback");
			return new Option(id(option), option.text("text"), option.truth("correct", false), option.text("feedback"));
		});
	}

	private static Matching matching(YamlNode node) {
		node.allow("id", "kind", "piece", "text", "choices", "pairs");
		List<Choice> choices = node.list("choices", FEWEST_PARTS, Question.MOST_PARTS, QuizFile::choice);
		List<Matching.Pair> pairs = node.list("pairs", FEWEST_PARTS, Question.MOST_PARTS, (pair) -> {
			pair.allow("id", "text", "choice", "feedback");
			return new Matching.Pair(id(pair), pair.text("text"), known(pair.get("choice"), choices),
					pair.text("feedback"));
		});
		return new Matching(id(node), piece(node), node.text("text"), choices, pairs);
	}

	private static Ordering ordering(YamlNode node) {
		node.allow("id", "kind", "piece", "text", "steps", "before", "feedback");
		List<Choice> steps = node.list("steps", FEWEST_PARTS, Question.MOST_PARTS, QuizFile::choice);
		List<Ordering.Before> before = node.list("before", 1, Question.MOST_PARTS, (demand) -> {
			List<YamlNode> two = demand.items();
			if (two.size() != 2) {
				throw demand.mistake("must name two steps");
			}
			return new Ordering.Before(known(two.getFirst(), steps), known(two.getLast(), steps));
		});
		if (!canBeMet(before)) {
			throw node.get("before").mistake("no order meets all of these");
		}
		return new Ordering(id(node), piece(node), node.text("text"), steps, before, node.text("feedback"));
	}

	/** Takes away, again and again, the demands whose first step waits for nothing. */
	private static boolean canBeMet(List<Ordering.Before> before) {
		Set<Ordering.Before> left = new HashSet<>(before);
		boolean smaller = true;
		while (smaller) {
			Set<String> waiting = new HashSet<>();
			left.forEach((demand) -> waiting.add(demand.second()));
			smaller = left.removeIf((demand) -> !waiting.contains(demand.first()));
		}
		return left.isEmpty();
	}

	private static FactOrInterpretation.Statement statement(YamlNode node) {
		node.allow("id", "text", "fact", "feedback");
		return new FactOrInterpretation.Statement(id(node), node.text("text"), node.get("fact").truth(),
				node.text("feedback"));
	}

	private static Choice choice(YamlNode node) {
		node.allow("id", "text");
		return new Choice(id(node), node.text("text"));
	}

	private static String known(YamlNode node, List<Choice> choices) {
		String id = node.id();
		if (choices.stream().noneMatch((choice) -> choice.id().equals(id))) {
			throw node.mistake("unknown id " + id);
		}
		return id;
	}

}
