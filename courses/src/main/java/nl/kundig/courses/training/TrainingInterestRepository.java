package nl.kundig.courses.training;

import java.util.List;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;

import org.springframework.data.repository.ListCrudRepository;

interface TrainingInterestRepository extends ListCrudRepository<TrainingInterest, String> {

	List<TrainingInterest> findByLearner(LearnerId learner);

	List<TrainingInterest> findByTrainingOrderBySince(TrainingId training);

	List<TrainingInterest> findByMunicipality(MunicipalityId municipality);

}
