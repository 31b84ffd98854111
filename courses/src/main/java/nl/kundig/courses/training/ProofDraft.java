package nl.kundig.courses.training;

import java.time.LocalDate;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * What a learner says with the file.
 *
 * @param municipality whose coordinator looks at it
 * @param day of the last half-day, Europe/Amsterdam
 * @param provider who gave it, in the learner's words
 * @param session ours, or null for what was followed elsewhere
 * @param enrolment in that session, or null
 */
public record ProofDraft(LearnerId learner, MunicipalityId municipality, ProofSubject subject, LocalDate day,
		String provider, @Nullable String session, @Nullable String enrolment) {

	/** What was followed elsewhere. */
	public static ProofDraft elsewhere(LearnerId learner, MunicipalityId municipality, ProofSubject subject,
			LocalDate day, String provider) {
		return new ProofDraft(learner, municipality, subject, day, provider, null, null);
	}

}
