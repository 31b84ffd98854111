package nl.kundig.courses.content;

import java.util.Set;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Which sections of a module somebody has read, so that reading resumes where it stopped.
 */
@Document("readings")
@TypeAlias("reading")
@DataRule(kept = "two years after the last change", exported = "whole, to the person", erased = "removed")
record Reading(@Id String id, @Indexed LearnerId learner, LearningModuleId module, Set<String> sections) {

	static String idOf(LearnerId learner, LearningModuleId module) {
		return learner + "|" + module;
	}

}
