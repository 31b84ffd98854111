package nl.kundig.app.training;

import jakarta.validation.constraints.Size;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to come to a session.
 *
 * @param manager who is asked to agree
 * @param wishes what the trainer should know
 * @param prerequisites why it is right without what the training asks for
 */
record EnrolForm(@Nullable String manager, @Size(max = 300) @Nullable String wishes,
		@Size(max = 300) @Nullable String prerequisites) {

	static EnrolForm empty() {
		return new EnrolForm("", "", "");
	}

	Application application(Trainee trainee) {
		return new Application(trainee.learner(), trainee.at(),
				(this.manager == null || this.manager.isBlank()) ? null : new LearnerId(this.manager),
				text(this.wishes), text(this.prerequisites));
	}

	private static @Nullable String text(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? null : typed.strip();
	}

}
