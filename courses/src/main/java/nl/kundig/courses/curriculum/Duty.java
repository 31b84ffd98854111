package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.LocalDate;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A learner has this version of a curriculum, because of a role. It pins the version: a
 * later one changes nothing for who is under way.
 */
@Document("duties")
@TypeAlias("duty")
@DataRule(kept = "as long as the learner", exported = "whole, to the person", erased = "removed")
record Duty(@Id String id, @Indexed LearnerId learner, CurriculumId curriculum, String version, LearnerRole role,
		LocalDate since, Instant recordedAt) {

	static String idOf(LearnerId learner, CurriculumId curriculum) {
		return learner + "|" + curriculum;
	}

}
