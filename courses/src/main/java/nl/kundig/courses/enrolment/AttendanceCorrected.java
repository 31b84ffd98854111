package nl.kundig.courses.enrolment;

/**
 * Somebody was not at a session after all.
 *
 * @param attended what had been told
 * @param by who corrected it
 */
public record AttendanceCorrected(TrainingAttended attended, String reason, String by) {
}
