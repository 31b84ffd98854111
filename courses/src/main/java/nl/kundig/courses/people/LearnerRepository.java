package nl.kundig.courses.people;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface LearnerRepository extends ListCrudRepository<Learner, LearnerId> {

	List<Learner> findByIdIn(Collection<LearnerId> ids);

}
