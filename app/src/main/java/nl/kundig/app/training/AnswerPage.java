package nl.kundig.app.training;

import java.time.Instant;

import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.training.Training;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who opens a link in a mail.
 *
 * @param address of the page itself, for its form
 * @param who whose enrolment it is, by name
 * @param state of the enrolment now
 * @param asked whether an answer still makes sense
 * @param until when the answer must be there; null when nothing is asked
 */
record AnswerPage(String address, String who, Training training, SessionPlan plan, EnrolmentState state, boolean asked,
		@Nullable Instant until) {
}
