package nl.kundig.courses.duty;

import org.springframework.data.repository.ListCrudRepository;

interface RuleRepository extends ListCrudRepository<Rule, String> {

}
