/** Fictional municipalities and people, for trying Kundig out. */
@NullMarked
package nl.kundig.app.demo;

import org.jspecify.annotations.NullMarked;
