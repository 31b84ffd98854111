/** The first thing that happens: the store is filled. */
@NullMarked
package nl.kundig.app.startup;

import org.jspecify.annotations.NullMarked;
