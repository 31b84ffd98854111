package nl.kundig.courses.guidance;

import org.springframework.data.repository.ListCrudRepository;

interface ContactCardsRepository extends ListCrudRepository<ContactCards, String> {

}
