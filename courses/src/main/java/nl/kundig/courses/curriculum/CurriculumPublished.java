package nl.kundig.courses.curriculum;

/** A version exists from now on; told again when the same is published again. */
public record CurriculumPublished(Curriculum curriculum) {
}
