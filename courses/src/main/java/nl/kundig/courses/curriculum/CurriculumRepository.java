package nl.kundig.courses.curriculum;

import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.LearnerRole;

import org.springframework.data.repository.ListCrudRepository;

interface CurriculumRepository extends ListCrudRepository<Curriculum, String> {

	Optional<Curriculum> findFirstByRoleOrderByPublishedAtDesc(LearnerRole role);

	Optional<Curriculum> findFirstByCurriculumOrderByPublishedAtDesc(CurriculumId curriculum);

	List<Curriculum> findByCurriculumOrderByPublishedAtDesc(CurriculumId curriculum);

}
