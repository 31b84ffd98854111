package nl.kundig.courses.enrolment;

import nl.kundig.courses.people.RegionId;

import org.springframework.data.repository.ListCrudRepository;

interface RegionRulesRepository extends ListCrudRepository<RegionRules, RegionId> {

}
