package nl.kundig.courses.content;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

interface LearningModuleRepository extends ListCrudRepository<LearningModule, String> {

	Optional<LearningModule> findFirstByModuleOrderByPublishedAtDesc(LearningModuleId module);

}
