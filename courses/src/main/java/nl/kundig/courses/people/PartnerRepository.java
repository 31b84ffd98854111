package nl.kundig.courses.people;

import org.springframework.data.repository.ListCrudRepository;

interface PartnerRepository extends ListCrudRepository<Partner, PartnerId> {

}
