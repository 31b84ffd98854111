/** What all pages share: security, language, error pages. */
@NullMarked
package nl.kundig.app.system;

import org.jspecify.annotations.NullMarked;
