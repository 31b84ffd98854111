/** Curricula: what a role must do, which facts count, and how far someone is. */
@NullMarked
package nl.kundig.courses.curriculum;

import org.jspecify.annotations.NullMarked;
