/**
 * Certificates: proof, once for each curriculum and cycle, and until when it is valid.
 */
@NullMarked
package nl.kundig.courses.certificate;

import org.jspecify.annotations.NullMarked;
