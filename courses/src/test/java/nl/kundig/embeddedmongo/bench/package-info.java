/** Measures the embedded store beside the stock backend it replaced. */
@NullMarked
package nl.kundig.embeddedmongo.bench;

import org.jspecify.annotations.NullMarked;
