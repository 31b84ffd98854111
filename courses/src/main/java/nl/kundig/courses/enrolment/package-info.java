/**
 * Sessions of trainings and everybody's way through them: from asking for a seat to
 * having been there.
 */
@NullMarked
package nl.kundig.courses.enrolment;

import org.jspecify.annotations.NullMarked;
