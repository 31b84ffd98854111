package nl.kundig.courses.enrolment;

/**
 * A person's enrolment with its session. The session holds those of others too: show what
 * {@link SessionOverview} tells of it.
 */
public record OwnEnrolment(TrainingSession session, Enrolment enrolment) {
}
