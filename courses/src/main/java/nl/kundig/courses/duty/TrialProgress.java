package nl.kundig.courses.duty;

/**
 * How far a trial is.
 *
 * @param looked how many learners were looked at
 * @param learners how many there are; 0 while that is not known
 * @param failed whether it ended without a result
 */
public record TrialProgress(int looked, int learners, boolean failed) {
}
