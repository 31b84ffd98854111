package nl.kundig.courses.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * Where a session is: at a place, behind a screen, or both.
 *
 * @param place address and room, or null
 * @param accessibilityNote ramp, lift, ring line, quiet room; null when nobody said
 * @param onlineLink an https link, or null; only for who has a seat
 */
public record Venue(@Nullable String place, @Nullable String accessibilityNote, @Nullable String onlineLink) {
}
