/**
 * Mail that goes out: written once, sent afterwards; and the signed links in it that need
 * no account.
 */
@NullMarked
package nl.kundig.app.mail;

import org.jspecify.annotations.NullMarked;
