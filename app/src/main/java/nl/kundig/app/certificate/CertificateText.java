package nl.kundig.app.certificate;

import java.time.LocalDate;
import java.util.List;

/**
 * What a certificate says. Everything is frozen on issue; nothing here is looked up
 * later.
 *
 * @param holder the name as it was on the day of issue
 * @param curriculum the title of what was completed
 * @param modules title lines such as "Begrippen en jouw rol"; may be empty
 * @param issuedOn day of issue
 * @param lastDay last day on which the certificate is valid
 * @param number number of the certificate
 * @param checkUrl address of the page on which anyone can check the certificate
 * @param code what to type there
 * @param organisation who issues the certificate
 */
record CertificateText(String holder, String curriculum, List<String> modules, LocalDate issuedOn, LocalDate lastDay,
		String number, String checkUrl, String code, String organisation) {

	CertificateText {
		modules = List.copyOf(modules);
	}

}
