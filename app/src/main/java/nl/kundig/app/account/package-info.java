/** Who may sign in, and as what. */
@NullMarked
package nl.kundig.app.account;

import org.jspecify.annotations.NullMarked;
