package nl.kundig.courses.enrolment;

import java.util.List;

import nl.kundig.courses.training.TrainingId;

/**
 * What became of a request.
 *
 * @param warnings what the person should know; none of it is forbidden
 */
public record EnrolmentOutcome(TrainingSession session, Enrolment enrolment, List<Warning> warnings) {

	public EnrolmentOutcome {
		warnings = List.copyOf(warnings);
	}

	/** Something the person should know. */
	public sealed interface Warning {

		/** The person has another session at the same time. */
		record Overlaps(SessionId other) implements Warning {
		}

		/** The training asks for this one first. */
		record Prerequisite(TrainingId training) implements Warning {
		}

	}

}
