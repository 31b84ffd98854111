/** Everything a person or another system sees or receives. */
@NullMarked
package nl.kundig.app;

import org.jspecify.annotations.NullMarked;
