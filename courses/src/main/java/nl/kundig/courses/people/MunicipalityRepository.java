package nl.kundig.courses.people;

import org.springframework.data.repository.ListCrudRepository;

interface MunicipalityRepository extends ListCrudRepository<Municipality, MunicipalityId> {

}
