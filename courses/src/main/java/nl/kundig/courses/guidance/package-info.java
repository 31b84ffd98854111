/** Guidance: whom to call, for each municipality with the region as fallback. */
@NullMarked
package nl.kundig.courses.guidance;

import org.jspecify.annotations.NullMarked;
