/** Tests that see the whole application. */
@NullUnmarked
package nl.kundig.app;

import org.jspecify.annotations.NullUnmarked;
