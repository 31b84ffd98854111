/**
 * A MongoDB stand-in inside this process, for the default run and the tests: the real
 * driver speaks the real wire protocol to it over a free loopback port, and its files lie
 * in one folder. {@link nl.kundig.embeddedmongo.EmbeddedMongo} is the only door. A write
 * is in the file before it is acknowledged, so it outlives a killed process; only
 * connections that carry the secret of {@link nl.kundig.embeddedmongo.EmbeddedMongo#uri}
 * are let in. It has no transactions, and what else it lacks of a real MongoDB is kept
 * out of the code that uses it.
 */
@NullMarked
package nl.kundig.embeddedmongo;

import org.jspecify.annotations.NullMarked;
