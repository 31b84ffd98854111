package nl.kundig.courses.training;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface TrainingRepository extends ListCrudRepository<Training, TrainingId> {

	List<Training> findByIdIn(Collection<TrainingId> ids);

	List<Training> findByProvider(ProviderId provider);

}
