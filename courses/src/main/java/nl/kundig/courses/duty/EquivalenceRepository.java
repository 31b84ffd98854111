package nl.kundig.courses.duty;

import org.springframework.data.repository.ListCrudRepository;

interface EquivalenceRepository extends ListCrudRepository<Equivalence, String> {

}
