/** Certificates: the list, the PDF kept since issue, and the public check. */
@NullMarked
package nl.kundig.app.certificate;

import org.jspecify.annotations.NullMarked;
