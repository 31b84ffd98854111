package nl.kundig.courses.enrolment;

/**
 * Something happened to a session.
 *
 * @param index of the change in the session's history
 * @param sequence of the calendar event
 */
public record SessionChanged(SessionId session, int index, SessionChange change, int sequence) {
}
