/**
 * Content as files: reads, checks and publishes YAML; the first mistake stops with file,
 * line and reason.
 */
@NullMarked
package nl.kundig.courses.contentfiles;

import org.jspecify.annotations.NullMarked;
