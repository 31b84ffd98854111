package nl.kundig.app.training;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says with a proof. Texts stay as they were typed, so that a wrong one can
 * be shown again.
 *
 * @param sessie the session it belongs to, or empty for what was followed elsewhere
 * @param inschrijving the own enrolment in that session, or empty
 * @param wat what it proves: "training:ror-basis", "proof:first-aid"
 * @param dag of the last half-day, year first
 * @param aanbieder who gave it
 * @param bestand never filled: the file comes beside the form
 */
record ProofForm(String sessie, String inschrijving, String wat, String dag, String aanbieder, String bestand) {

	ProofForm {
		sessie = text(sessie);
		inschrijving = text(inschrijving);
		wat = text(wat);
		dag = text(dag);
		aanbieder = text(aanbieder);
		bestand = "";
	}

	/** A form in which only this is chosen. */
	static ProofForm about(@Nullable String sessie, @Nullable String inschrijving, @Nullable String wat) {
		return new ProofForm(text(sessie), text(inschrijving), text(wat), "", "", "");
	}

	boolean isOfSession() {
		return !this.sessie.isEmpty();
	}

	/** The day, or null when it is none. */
	@Nullable LocalDate day() {
		try {
			return LocalDate.parse(this.dag);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
