package nl.kundig.courses.knowledge;

import org.springframework.data.repository.ListCrudRepository;

interface SymbolRepository extends ListCrudRepository<Symbol, String> {

}
