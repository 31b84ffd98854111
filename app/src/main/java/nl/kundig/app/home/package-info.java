/** The employee's five-minute page. */
@NullMarked
package nl.kundig.app.home;

import org.jspecify.annotations.NullMarked;
