package nl.kundig.courses.knowledge;

import org.springframework.data.repository.ListCrudRepository;

interface OrganisationRepository extends ListCrudRepository<Organisation, String> {

}
