package nl.kundig.courses.quiz;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;

/**
 * Identifies an attempt: a learner's n-th at the quiz of a module, so starting twice is
 * one attempt.
 */
public record AttemptId(String value) {

	static AttemptId of(LearnerId learner, LearningModuleId module, int number) {
		return new AttemptId(learner + "|" + module + "|" + number);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
