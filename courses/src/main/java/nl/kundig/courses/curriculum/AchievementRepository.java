package nl.kundig.courses.curriculum;

import java.util.List;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface AchievementRepository extends ListCrudRepository<Achievement, String> {

	List<Achievement> findByLearner(LearnerId learner);

}
