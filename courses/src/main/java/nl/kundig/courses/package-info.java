/** The learning domain: what is learned and proven, with its storage, and no web. */
@NullMarked
package nl.kundig.courses;

import org.jspecify.annotations.NullMarked;
