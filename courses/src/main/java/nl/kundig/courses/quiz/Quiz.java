package nl.kundig.courses.quiz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One immutable version of the quiz of a module: a pool of questions.
 *
 * @param draw how many questions an attempt gets
 */
@Document("quizzes")
@TypeAlias("quiz")
@CompoundIndex(def = "{'module': 1, 'publishedAt': -1}")
@DataRule(kept = "for ever: attempts refer to it", exported = "as content files", erased = "holds no person")
public record Quiz(@Id String version, LearningModuleId module, int draw, List<Question> questions,
		Instant publishedAt) {

	public Quiz {
		questions = List.copyOf(questions);
	}

	/** A version with these questions, published at that time. */
	public static Quiz of(LearningModuleId module, int draw, List<Question> questions, Instant publishedAt) {
		return new Quiz(ContentHash.of(module, draw, questions), module, draw, questions, publishedAt);
	}

	/** The questions of a new attempt: those not seen before first, else by chance. */
	List<String> drawQuestions(Set<String> seen, Random random) {
		List<String> ids = new ArrayList<>(this.questions.stream().map(Question::id).toList());
		Collections.shuffle(ids, random);
		ids.sort((one, other) -> Boolean.compare(seen.contains(one), seen.contains(other)));
		return List.copyOf(ids.subList(0, this.draw));
	}

	/** The questions with these ids, in this order. */
	List<Question> questions(List<String> ids) {
		return ids.stream().map(this::question).toList();
	}

	Grade grade(List<String> ids, Map<String, Answer> answers) {
		long earned = questions(ids).stream()
			.mapToLong((question) -> question.score(answers.getOrDefault(question.id(), Answer.NONE)))
			.sum();
		return new Grade(earned, (long) ids.size() * Question.FULL_SCORE);
	}

	private Question question(String id) {
		return this.questions.stream()
			.filter((question) -> question.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("quiz " + this.version + " has no question " + id));
	}

}
