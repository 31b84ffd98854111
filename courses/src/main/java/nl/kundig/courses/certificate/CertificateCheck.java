package nl.kundig.courses.certificate;

import java.time.LocalDate;

/**
 * What a stranger with the code may know: no more than the holder shows.
 *
 * @param initial first letter of the holder's last name
 */
public record CertificateCheck(String initial, String title, LocalDate issuedOn, LocalDate lastDay, boolean valid) {
}
