/** People: who learns, where they belong, and in which role since when. */
@NullMarked
package nl.kundig.courses.people;

import org.jspecify.annotations.NullMarked;
