package nl.kundig.courses.knowledge;

import java.time.LocalDate;

/**
 * What the law says, carefully: circumstances and the court decide.
 *
 * @param asOf the day it was true
 */
public record LegalNote(String text, LocalDate asOf) {
}
