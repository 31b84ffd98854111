/** Pages to take a quiz. */
@NullMarked
package nl.kundig.app.quiz;

import org.jspecify.annotations.NullMarked;
