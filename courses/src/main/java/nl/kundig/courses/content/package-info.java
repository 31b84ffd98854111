/**
 * Modules: what there is to read, in immutable versions, and what somebody has read of
 * them.
 */
@NullMarked
package nl.kundig.courses.content;

import org.jspecify.annotations.NullMarked;
