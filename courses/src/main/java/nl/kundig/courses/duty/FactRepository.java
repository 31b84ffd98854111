package nl.kundig.courses.duty;

import java.util.Collection;
import java.util.List;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface FactRepository extends ListCrudRepository<Fact, String> {

	List<Fact> findByLearner(LearnerId learner);

	List<Fact> findByLearnerIn(Collection<LearnerId> learners);

}
