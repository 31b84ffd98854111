package nl.kundig.courses.enrolment;

/**
 * A place in the order.
 *
 * @param rank 1 for the first
 * @param of how many there are in the order
 */
record Ranked(Enrolment enrolment, int rank, int of, Score score) {
}
