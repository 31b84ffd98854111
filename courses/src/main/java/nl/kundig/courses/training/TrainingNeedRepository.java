package nl.kundig.courses.training;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface TrainingNeedRepository extends ListCrudRepository<TrainingNeed, String> {

	List<TrainingNeed> findByInventoryIn(Collection<String> inventories);

}
