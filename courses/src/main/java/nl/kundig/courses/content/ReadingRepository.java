package nl.kundig.courses.content;

import java.util.List;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.Repository;

interface ReadingRepository extends Repository<Reading, String> {

	List<Reading> findByLearner(LearnerId learner);

}
