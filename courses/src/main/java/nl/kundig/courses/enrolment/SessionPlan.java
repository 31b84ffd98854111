package nl.kundig.courses.enrolment;

import java.util.List;

/**
 * When and where a session is, and for how many.
 *
 * @param halfDays at least one, the first one first
 */
public record SessionPlan(List<HalfDay> halfDays, Venue venue, SessionTerms terms) {

	public SessionPlan {
		halfDays = halfDays.stream().sorted().toList();
	}

}
