/** Pages about the curriculum and how far someone is. */
@NullMarked
package nl.kundig.app.curriculum;

import org.jspecify.annotations.NullMarked;
