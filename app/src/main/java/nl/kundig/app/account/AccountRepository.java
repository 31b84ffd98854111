package nl.kundig.app.account;

import java.util.Collection;
import java.util.List;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface AccountRepository extends ListCrudRepository<Account, String> {

	List<Account> findByLearner(LearnerId learner);

	List<Account> findByLearnerIn(Collection<LearnerId> learners);

}
