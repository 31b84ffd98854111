package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;

import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that is so about a learner; inserted once, never changed.
 *
 * @param id says what it is about and where it came from, so that the same fact cannot be
 * there twice
 * @param effectiveOn the day it counts from, Europe/Amsterdam
 * @param recordedAt when it was written down
 * @param actor who wrote it down; the learner's own doing has the learner's id
 * @param source what proves it: an attempt, an attendance, a decision
 */
@Document("facts")
@TypeAlias("fact")
@DataRule(kept = "as long as the learner", exported = "whole, to the person", erased = "removed")
public record Fact(@Id String id, @Indexed LearnerId learner, Finding finding, LocalDate effectiveOn,
		Instant recordedAt, String actor, String source) {

	/** The learner's own achievement. */
	public static Fact achieved(LearnerId learner, CurriculumRequirement requirement, String source,
			LocalDate effectiveOn, Instant recordedAt) {
		return new Fact(learner + "|" + requirement.key() + "|" + source, learner, new Finding.Achieved(requirement),
				effectiveOn, recordedAt, learner.value(), source);
	}

}
