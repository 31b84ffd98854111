package nl.kundig.courses.guidance;

import java.util.List;

/**
 * Whom to call from a municipality.
 *
 * @param fromRegion whether the cards are the region's, since the municipality has none
 */
public record Contacts(List<ContactCard> cards, boolean fromRegion) {
}
