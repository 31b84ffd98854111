package nl.kundig.courses.duty;

/** Rules, equivalences, curricula or places are no longer what they were. */
public record PolicyChanged() {
}
