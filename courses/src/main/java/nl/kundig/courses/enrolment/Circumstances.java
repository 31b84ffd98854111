package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a session cannot know of itself when seats are given away. */
interface Circumstances {

	Instant now();

	RegionRules rules(TrainingSession session);

	/** Who is asked first, second and so on. */
	List<Ranked> order(TrainingSession session, Collection<Enrolment> waiting);

}
