package nl.kundig.courses.quiz;

import java.util.Collection;
import java.util.List;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface AttemptRepository extends ListCrudRepository<Attempt, AttemptId> {

	List<Attempt> findByLearnerAndModule(LearnerId learner, LearningModuleId module);

	List<Attempt> findByLearnerIn(Collection<LearnerId> learners);

}
