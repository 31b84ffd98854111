package nl.kundig.courses.curriculum;

/** Nobody new gets this version any more; told again when it is withdrawn again. */
public record CurriculumWithdrawn(Withdrawal withdrawal) {
}
