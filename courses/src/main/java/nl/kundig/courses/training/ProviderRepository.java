package nl.kundig.courses.training;

import org.springframework.data.repository.ListCrudRepository;

interface ProviderRepository extends ListCrudRepository<Provider, ProviderId> {

}
