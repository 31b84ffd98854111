/**
 * Curricula: what a role must do, in immutable versions, and for how long that is good.
 */
@NullMarked
package nl.kundig.courses.curriculum;

import org.jspecify.annotations.NullMarked;
