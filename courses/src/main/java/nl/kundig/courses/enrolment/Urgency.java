package nl.kundig.courses.enrolment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.TrainingId;

/** Tells how much people need a training; who knows their duties answers. */
public interface Urgency {

	/**
	 * How much each of them needs it, by what is known on that day. Whoever is not in the
	 * answer does not need it.
	 */
	Map<LearnerId, UrgencyFacts> of(Collection<LearnerId> learners, TrainingId training, LocalDate day);

	/** Which of these trainings the person did, by attendance or by proof. */
	Set<TrainingId> done(LearnerId learner, Collection<TrainingId> trainings);

}
