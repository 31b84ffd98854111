package nl.kundig.app.training;

import java.util.Optional;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface CalendarFeedRepository extends ListCrudRepository<CalendarFeed, LearnerId> {

	Optional<CalendarFeed> findBySecret(String secret);

}
