/** Tests that use Kundig as people do: in a real browser. */
@NullUnmarked
package nl.kundig.app.browser;

import org.jspecify.annotations.NullUnmarked;
