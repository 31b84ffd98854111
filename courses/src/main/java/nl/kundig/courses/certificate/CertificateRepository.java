package nl.kundig.courses.certificate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface CertificateRepository extends ListCrudRepository<Certificate, CertificateNumber> {

	List<Certificate> findByLearner(LearnerId learner);

	List<Certificate> findByLearnerIn(Collection<LearnerId> learners);

	List<Certificate> findByLearnerAndCurriculum(LearnerId learner, CurriculumId curriculum);

	Optional<Certificate> findByCode(String code);

}
