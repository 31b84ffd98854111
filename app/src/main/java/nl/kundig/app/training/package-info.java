/**
 * Trainings: the catalogue, sessions and everybody's way to a seat as pages; what goes
 * out to calendars and providers, and what comes back.
 */
@NullMarked
package nl.kundig.app.training;

import org.jspecify.annotations.NullMarked;
