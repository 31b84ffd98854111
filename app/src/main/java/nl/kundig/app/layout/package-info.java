/** What every page is given. */
@NullMarked
package nl.kundig.app.layout;

import org.jspecify.annotations.NullMarked;
