package nl.kundig.courses.duty;

import org.springframework.data.repository.ListCrudRepository;

interface TrialChangesRepository extends ListCrudRepository<TrialChanges, String> {

}
