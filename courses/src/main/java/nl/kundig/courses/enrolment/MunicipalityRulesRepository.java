package nl.kundig.courses.enrolment;

import nl.kundig.courses.people.MunicipalityId;

import org.springframework.data.repository.ListCrudRepository;

interface MunicipalityRulesRepository extends ListCrudRepository<MunicipalityRules, MunicipalityId> {

}
