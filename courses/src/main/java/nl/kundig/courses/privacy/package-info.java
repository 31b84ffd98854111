/**
 * What every stored kind of data promises: how long it is kept, how it is exported and
 * erased.
 */
@NullMarked
package nl.kundig.courses.privacy;

import org.jspecify.annotations.NullMarked;
