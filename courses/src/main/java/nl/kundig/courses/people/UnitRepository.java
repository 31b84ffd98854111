package nl.kundig.courses.people;

import org.springframework.data.repository.ListCrudRepository;

interface UnitRepository extends ListCrudRepository<Unit, UnitId> {

}
