/**
 * The knowledge base: symbols and organisations, with what else they can mean and their
 * sources.
 */
@NullMarked
package nl.kundig.courses.knowledge;

import org.jspecify.annotations.NullMarked;
