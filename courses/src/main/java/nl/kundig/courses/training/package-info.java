/**
 * Trainings: what can be followed where, who would like to, how many will be needed, and
 * the proofs of having been there. Dated sessions are elsewhere.
 */
@NullMarked
package nl.kundig.courses.training;

import org.jspecify.annotations.NullMarked;
