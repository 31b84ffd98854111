/**
 * Holds what Kundig asks of MongoDB against the list in README.md, for the tests of every
 * module: what a store must be able to do is what is listed there, and no more.
 */
@NullUnmarked
package nl.kundig.mongouse;

import org.jspecify.annotations.NullUnmarked;
