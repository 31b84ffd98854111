/**
 * What MongoDB's documentation promises and Kundig relies on or may come to, as stories
 * told to a server: the embedded store, the library's stock server and MongoDB itself.
 */
@NullMarked
package nl.kundig.embeddedmongo.contract;

import org.jspecify.annotations.NullMarked;
