/** The knowledge base: searching, reading, and the editor's pages. */
@NullMarked
package nl.kundig.app.knowledge;

import org.jspecify.annotations.NullMarked;
