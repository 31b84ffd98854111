/** Programs, not tests: they start Kundig as people do and measure or photograph it. */
@NullUnmarked
package nl.kundig.app.bench;

import org.jspecify.annotations.NullUnmarked;
