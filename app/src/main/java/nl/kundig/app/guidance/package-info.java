/** Whom to call, and what a municipality has arranged. */
@NullMarked
package nl.kundig.app.guidance;

import org.jspecify.annotations.NullMarked;
