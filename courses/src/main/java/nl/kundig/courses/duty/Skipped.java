package nl.kundig.courses.duty;

import nl.kundig.courses.people.LearnerId;

/** Somebody who could not be looked at, and why. */
public record Skipped(LearnerId learner, String reason) {
}
