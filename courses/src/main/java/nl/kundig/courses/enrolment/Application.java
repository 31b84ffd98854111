package nl.kundig.courses.enrolment;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to come.
 *
 * @param municipality for which the person works
 * @param manager who may agree; needed where the municipality wants that
 * @param wishes up to 300 characters; blank is none
 * @param prerequisitesNote why it is right without what the training asks for
 */
public record Application(LearnerId learner, MunicipalityId municipality, @Nullable LearnerId manager,
		@Nullable String wishes, @Nullable String prerequisitesNote) {

	public static Application of(LearnerId learner, MunicipalityId municipality) {
		return new Application(learner, municipality, null, null, null);
	}

}
