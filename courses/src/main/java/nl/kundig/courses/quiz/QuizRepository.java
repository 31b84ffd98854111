package nl.kundig.courses.quiz;

import java.util.Optional;

import nl.kundig.courses.content.LearningModuleId;

import org.springframework.data.repository.ListCrudRepository;

interface QuizRepository extends ListCrudRepository<Quiz, String> {

	Optional<Quiz> findFirstByModuleOrderByPublishedAtDesc(LearningModuleId module);

}
