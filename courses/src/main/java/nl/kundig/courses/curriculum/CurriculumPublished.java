package nl.kundig.courses.curriculum;

import java.time.Period;

/**
 * A version exists from now on; told again when the same is published again.
 *
 * @param due how long somebody has who gets it
 */
public record CurriculumPublished(Curriculum curriculum, Period due) {
}
