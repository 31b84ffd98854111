package nl.kundig.courses.duty;

import java.util.List;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A learner has a curriculum. It pins the version: a later one changes nothing for who is
 * under way, until somebody moves them. Why and by when is not stored; rules and roles
 * say.
 *
 * @param pins the versions, the first one first
 */
@Document("duties")
@TypeAlias("duty")
@DataRule(kept = "as long as the learner", exported = "whole, to the person", erased = "removed")
record Duty(@Id String id, @Indexed LearnerId learner, CurriculumId curriculum, List<Pin> pins) {

	Duty {
		pins = List.copyOf(pins);
	}

	static Duty of(LearnerId learner, CurriculumId curriculum, Pin pin) {
		return new Duty(idOf(learner, curriculum), learner, curriculum, List.of(pin));
	}

	static String idOf(LearnerId learner, CurriculumId curriculum) {
		return learner + "|" + curriculum;
	}

}
