package nl.kundig.courses.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Who would like to follow what. A date turns interest into invitations. */
@Service
public class InterestService {

	private final TrainingInterestRepository interests;

	private final TrainingService trainings;

	private final MongoOperations mongo;

	private final Clock clock;

	InterestService(TrainingInterestRepository interests, TrainingService trainings, MongoOperations mongo,
			Clock clock) {
		this.interests = interests;
		this.trainings = trainings;
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Says that the learner is interested. Saying it again keeps the day it was said
	 * first; whoever moved to another municipality is counted there.
	 * @throws TrainingRefused when nobody can follow the training
	 */
	public TrainingInterest show(LearnerId learner, TrainingId training, MunicipalityId municipality) {
		this.trainings.offered(training, LocalDate.now(this.clock.withZone(PeopleService.ZONE)));
		TrainingInterest interest = TrainingInterest.of(learner, training, municipality, this.clock.instant());
		try {
			return this.mongo.insert(interest);
		}
		catch (DuplicateKeyException ex) {
			this.mongo.updateFirst(Query.query(Criteria.where("_id").is(interest.id())),
					new Update().set("municipality", municipality), TrainingInterest.class);
			return this.interests.findById(interest.id()).orElse(interest);
		}
	}

	/** Removes the interest; without one nothing changes. */
	public void withdraw(LearnerId learner, TrainingId training) {
		this.interests.deleteById(TrainingInterest.idOf(learner, training));
	}

	/** What the learner is interested in. */
	public List<TrainingInterest> of(LearnerId learner) {
		return this.interests.findByLearner(learner);
	}

	/** Whom to invite, the one who waits longest first. */
	public List<TrainingInterest> in(TrainingId training) {
		return this.interests.findByTrainingOrderBySince(training);
	}

	/** How many are interested, by municipality. */
	public Map<MunicipalityId, Integer> counts(TrainingId training) {
		return in(training).stream()
			.collect(Collectors.groupingBy(TrainingInterest::municipality, Collectors.summingInt((one) -> 1)));
	}

	/** How many of a municipality are interested, by training. */
	public Map<TrainingId, Integer> counts(MunicipalityId municipality) {
		return this.interests.findByMunicipality(municipality)
			.stream()
			.collect(Collectors.groupingBy(TrainingInterest::training, Collectors.summingInt((one) -> 1)));
	}

}
