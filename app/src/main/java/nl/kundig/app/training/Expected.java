package nl.kundig.app.training;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a seat, and so should be on the attendance list.
 *
 * @param enrolment identifies the seat
 * @param email the work e-mail address, when it is known
 * @param recorded what is recorded by now
 */
record Expected(String enrolment, String name, @Nullable String email, @Nullable Presence recorded) {
}
