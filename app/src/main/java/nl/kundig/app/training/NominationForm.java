package nl.kundig.app.training;

import jakarta.validation.constraints.Size;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator wants somebody to come to a session.
 *
 * @param how with the manager's yes where that is the rule, or without
 * @param manager who is asked to agree
 * @param reason why without a manager
 * @param wishes what the trainer should know
 * @param prerequisites why it is right without what the training asks for
 */
record NominationForm(@Nullable String how, @Nullable String manager, @Size(max = 300) @Nullable String reason,
		@Size(max = 300) @Nullable String wishes, @Size(max = 300) @Nullable String prerequisites) {

	/** The way that asks the manager. */
	static final String NOMINATE = "voordragen";

	/** The way that asks nobody. */
	static final String ADD = "toevoegen";

	static NominationForm empty() {
		return new NominationForm(NOMINATE, "", "", "", "");
	}

	boolean isKnown() {
		return NOMINATE.equals(this.how) || ADD.equals(this.how);
	}

	boolean isAdding() {
		return ADD.equals(this.how);
	}

	String reasonText() {
		return (this.reason != null) ? this.reason : "";
	}

	Application application(LearnerId learner, MunicipalityId municipality) {
		LearnerId asked = (this.manager == null || this.manager.isBlank() || isAdding()) ? null
				: new LearnerId(this.manager);
		return new Application(learner, municipality, asked, this.wishes, this.prerequisites);
	}

}
