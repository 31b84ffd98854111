/** Pages to read. */
@NullMarked
package nl.kundig.app.content;

import org.jspecify.annotations.NullMarked;
