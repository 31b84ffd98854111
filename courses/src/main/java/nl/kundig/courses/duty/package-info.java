/**
 * Duties: who must do what by when and why; facts in, states out, every date explained.
 */
@NullMarked
package nl.kundig.courses.duty;

import org.jspecify.annotations.NullMarked;
