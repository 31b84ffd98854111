package nl.kundig.courses.curriculum;

import java.time.LocalDate;

import nl.kundig.courses.people.LearnerId;

/** A learner met every requirement of a curriculum version, the last one on that day. */
public record CurriculumCompleted(LearnerId learner, Curriculum curriculum, LocalDate completedOn) {
}
