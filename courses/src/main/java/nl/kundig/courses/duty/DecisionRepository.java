package nl.kundig.courses.duty;

import org.springframework.data.repository.ListCrudRepository;

interface DecisionRepository extends ListCrudRepository<Decision, String> {

}
