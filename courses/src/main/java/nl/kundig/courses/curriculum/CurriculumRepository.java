package nl.kundig.courses.curriculum;

import java.util.List;

import nl.kundig.courses.people.LearnerRole;

import org.springframework.data.repository.ListCrudRepository;

interface CurriculumRepository extends ListCrudRepository<Curriculum, String> {

	List<Curriculum> findByRoleOrderByPublishedAtDesc(LearnerRole role);

	List<Curriculum> findByCurriculumOrderByPublishedAtDesc(CurriculumId curriculum);

}
