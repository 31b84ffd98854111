package nl.kundig.courses.training;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;

import org.springframework.data.repository.ListCrudRepository;

interface ProofRepository extends ListCrudRepository<Proof, ProofId> {

	List<Proof> findByLearnerOrderByHandedInAt(LearnerId learner);

	List<Proof> findByLearnerIn(Collection<LearnerId> learners);

	List<Proof> findByMunicipalityAndStateOrderByHandedInAt(MunicipalityId municipality, ProofState state);

	List<Proof> findByFileKeptUntilLessThanEqual(Instant instant);

}
