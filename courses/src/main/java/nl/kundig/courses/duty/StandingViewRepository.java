package nl.kundig.courses.duty;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.repository.ListCrudRepository;

interface StandingViewRepository extends ListCrudRepository<StandingView, LearnerId> {

}
