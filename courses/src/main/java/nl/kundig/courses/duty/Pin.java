package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;

/** From that day the duty is about this version of its curriculum. */
public record Pin(String version, LocalDate from, String decidedBy, Instant recordedAt) {
}
