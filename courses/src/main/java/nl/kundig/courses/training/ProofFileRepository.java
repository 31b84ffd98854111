package nl.kundig.courses.training;

import org.springframework.data.repository.ListCrudRepository;

interface ProofFileRepository extends ListCrudRepository<ProofFile, ProofId> {

}
