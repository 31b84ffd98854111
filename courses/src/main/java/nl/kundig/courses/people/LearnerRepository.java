package nl.kundig.courses.people;

import org.springframework.data.repository.ListCrudRepository;

interface LearnerRepository extends ListCrudRepository<Learner, LearnerId> {

}
