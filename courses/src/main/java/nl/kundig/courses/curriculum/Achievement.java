package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.LocalDate;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The fact that somebody met a requirement; inserted once, never changed.
 *
 * @param id learner, requirement and source together, so that the same fact cannot be
 * there twice
 * @param source what proves it: an attempt
 * @param effectiveOn the day it counts from, Europe/Amsterdam
 * @param recordedAt when it was written down
 */
@Document("achievements")
@TypeAlias("achievement")
@DataRule(kept = "as long as the learner", exported = "whole, to the person", erased = "removed")
public record Achievement(@Id String id, @Indexed LearnerId learner, CurriculumRequirement requirement, String source,
		LocalDate effectiveOn, Instant recordedAt) {

	static Achievement of(LearnerId learner, CurriculumRequirement requirement, String source, LocalDate effectiveOn,
			Instant recordedAt) {
		String id = learner + "|" + requirement.key() + "|" + source;
		return new Achievement(id, learner, requirement, source, effectiveOn, recordedAt);
	}

}
