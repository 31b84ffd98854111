package nl.kundig.courses.training;

import java.time.Instant;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody would like to follow a training that may have no dates yet. Removed when the
 * interest is withdrawn: it says what somebody wants, not what somebody did.
 *
 * @param id training and learner, so that nobody is counted twice
 * @param municipality for which the seat would be
 * @param since when it was said first
 */
@Document("trainingInterests")
@TypeAlias("trainingInterest")
@CompoundIndex(def = "{'training': 1, 'since': 1}")
@CompoundIndex(def = "{'municipality': 1, 'training': 1}")
@DataRule(kept = "until withdrawn", exported = "whole, to the person", erased = "removed")
public record TrainingInterest(@Id String id, @Indexed LearnerId learner, TrainingId training,
		MunicipalityId municipality, Instant since) {

	static TrainingInterest of(LearnerId learner, TrainingId training, MunicipalityId municipality, Instant since) {
		return new TrainingInterest(idOf(learner, training), learner, training, municipality, since);
	}

	static String idOf(LearnerId learner, TrainingId training) {
		return training + "|" + learner;
	}

}
