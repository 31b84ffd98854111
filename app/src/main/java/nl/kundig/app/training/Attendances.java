package nl.kundig.app.training;

import java.util.Arrays;
import java.util.Optional;

import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.EnrolmentState;
import org.jspecify.annotations.Nullable;

/** Between what forms and lists say of who was there, and what is recorded. */
final class Attendances {

	private Attendances() {
	}

	/** As a form of ours writes it. */
	static Optional<Attendance> of(String typed) {
		return Arrays.stream(Attendance.values()).filter((known) -> known.name().equals(typed)).findFirst();
	}

	static Attendance of(Presence presence) {
		return switch (presence) {
			case PRESENT -> Attendance.ATTENDED;
			case ABSENT_WITH_NOTICE -> Attendance.ABSENT_WITH_NOTICE;
			case NO_SHOW -> Attendance.NO_SHOW;
		};
	}

	/** Null while it is not known. */
	static @Nullable Presence presence(EnrolmentState state) {
		return switch (state) {
			case ATTENDED, PROOF_RECEIVED -> Presence.PRESENT;
			case ABSENT_WITH_NOTICE -> Presence.ABSENT_WITH_NOTICE;
			case NO_SHOW -> Presence.NO_SHOW;
			case REQUESTED, APPROVED, WAITING, OFFERED, PLACED, HANDED_OVER, CONFIRMED, REFUSED, CANCELLED -> null;
		};
	}

}
