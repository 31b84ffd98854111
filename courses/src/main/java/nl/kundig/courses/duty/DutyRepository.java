package nl.kundig.courses.duty;

import java.util.Collection;
import java.util.List;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface DutyRepository extends ListCrudRepository<Duty, String> {

	List<Duty> findByLearner(LearnerId learner);

	List<Duty> findByLearnerIn(Collection<LearnerId> learners);

}
