package nl.kundig.courses.people;

import org.springframework.data.repository.ListCrudRepository;

interface RegionRepository extends ListCrudRepository<Region, RegionId> {

}
