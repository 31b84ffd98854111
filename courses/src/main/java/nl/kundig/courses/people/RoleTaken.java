package nl.kundig.courses.people;

import java.time.LocalDate;

/** Somebody took a role; from that day its curriculum applies. */
public record RoleTaken(LearnerId learner, LearnerRole role, LocalDate from) {
}
