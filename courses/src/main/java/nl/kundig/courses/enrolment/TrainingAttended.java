package nl.kundig.courses.enrolment;

import java.time.LocalDate;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.TrainingId;

/**
 * Somebody was at a session; told again when it is not sure that everybody heard.
 *
 * @param index of that change in the enrolment's history: a correction and another one
 * back are two attendances
 * @param on day of the last half-day
 * @param by who wrote it down
 */
public record TrainingAttended(SessionId session, EnrolmentId enrolment, int index, LearnerId learner,
		TrainingId training, LocalDate on, String by) {

	/** What proves it. */
	public String source() {
		return "attendance:" + this.enrolment + "#" + this.index;
	}

}
