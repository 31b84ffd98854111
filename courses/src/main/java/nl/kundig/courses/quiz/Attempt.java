package nl.kundig.courses.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A learner's go at a quiz: the questions drawn from one version and the answers saved so
 * far. After submission nothing in it changes; what it is worth is computed.
 *
 * @param number 1 for the learner's first attempt at this module
 * @param questions ids, in the order they are asked
 */
@Document("attempts")
@TypeAlias("attempt")
@CompoundIndex(def = "{'learner': 1, 'module': 1}")
@DataRule(kept = "as long as the certificate it led to, else two years", exported = "whole, to the person only",
		erased = "removed")
public record Attempt(@Id AttemptId id, LearnerId learner, LearningModuleId module, int number, String quizVersion,
		List<String> questions, Map<String, Answer> answers, Instant startedAt, @Nullable Instant submittedAt) {

	public boolean isOpen() {
		return this.submittedAt == null;
	}

	public Answer answer(String question) {
		return this.answers.getOrDefault(question, Answer.NONE);
	}

}
