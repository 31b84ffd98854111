package nl.kundig.courses.people;

/**
 * Units or partners are no longer what they were.
 *
 * @param moved whether somebody may work there already, so that duties may change
 */
public record PlacesChanged(boolean moved) {
}
