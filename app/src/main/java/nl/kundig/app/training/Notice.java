package nl.kundig.app.training;

import java.time.Instant;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must be told. Person, kind, {@code about} and {@code cycle}
 * make the key: the same key again is the same mail.
 *
 * @param about the id of the enrolment, or of the session for an invitation
 * @param cycle which change of it is told
 * @param happenedAt when that change was
 * @param enrolment the enrolment as it is now; null for an invitation
 */
record Notice(LearnerId person, NoticeKind kind, String about, String cycle, Instant happenedAt,
		@Nullable Enrolment enrolment) {
}
