package nl.kundig.courses.quiz;

/** Something to choose or to place, without saying whether it is right. */
public record Choice(String id, String text) {
}
