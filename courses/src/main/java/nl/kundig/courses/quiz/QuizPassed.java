package nl.kundig.courses.quiz;

import java.time.Instant;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;

/** A learner passed the quiz of a module. It carries no score: nobody else needs one. */
public record QuizPassed(LearnerId learner, LearningModuleId module, AttemptId attempt, Instant passedAt) {
}
