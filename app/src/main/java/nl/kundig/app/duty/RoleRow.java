package nl.kundig.app.duty;

import nl.kundig.courses.people.RoleHeld;

/**
 * A role in a list.
 *
 * @param number where it stands among the roles of the municipality
 * @param place municipality, partner and unit by name
 * @param by who wrote it down; empty when that is not known
 */
record RoleRow(int number, RoleHeld role, String place, String by) {
}
