package nl.kundig.courses.duty;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.ListCrudRepository;

interface SavedTrialRepository extends ListCrudRepository<SavedTrial, String> {

	List<SavedTrial> findByOwnerOrderByStartedAtDesc(String owner, Limit limit);

}
