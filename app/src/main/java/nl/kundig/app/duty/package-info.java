/** Duties on pages: why there is one, what a change would do, and how it is made. */
@NullMarked
package nl.kundig.app.duty;

import org.jspecify.annotations.NullMarked;
