package nl.kundig.courses.duty;

import java.util.List;

import nl.kundig.courses.people.LearnerId;

/**
 * A place that facts follow from. The recheck asks every one of them, so that an event
 * that got lost delays a fact and does not lose it.
 */
interface FactSource {

	/** Every fact that follows for these, also those that are there already. */
	List<Fact> facts(List<LearnerId> learners);

}
