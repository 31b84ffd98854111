package nl.kundig.courses.enrolment;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.enrolment.Actor.Kind;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;

import static nl.kundig.courses.enrolment.Actor.Kind.COORDINATOR;
import static nl.kundig.courses.enrolment.Actor.Kind.LEARNER;
import static nl.kundig.courses.enrolment.Actor.Kind.MANAGER;
import static nl.kundig.courses.enrolment.Actor.Kind.REGION;
import static nl.kundig.courses.enrolment.Actor.Kind.SYSTEM;
import static nl.kundig.courses.enrolment.EnrolmentState.ABSENT_WITH_NOTICE;
import static nl.kundig.courses.enrolment.EnrolmentState.APPROVED;
import static nl.kundig.courses.enrolment.EnrolmentState.ATTENDED;
import static nl.kundig.courses.enrolment.EnrolmentState.CANCELLED;
import static nl.kundig.courses.enrolment.EnrolmentState.CONFIRMED;
import static nl.kundig.courses.enrolment.EnrolmentState.HANDED_OVER;
import static nl.kundig.courses.enrolment.EnrolmentState.NO_SHOW;
import static nl.kundig.courses.enrolment.EnrolmentState.OFFERED;
import static nl.kundig.courses.enrolment.EnrolmentState.PLACED;
import static nl.kundig.courses.enrolment.EnrolmentState.PROOF_RECEIVED;
import static nl.kundig.courses.enrolment.EnrolmentState.REFUSED;
import static nl.kundig.courses.enrolment.EnrolmentState.REQUESTED;
import static nl.kundig.courses.enrolment.EnrolmentState.WAITING;

/** Which state may follow which, and by whose doing. What is not here cannot be. */
final class Transitions {

	private static final Map<EnrolmentState, Map<EnrolmentState, Set<Kind>>> ALLOWED = new EnumMap<>(
			EnrolmentState.class);

	static {
		// Who must be asked nobody is, passes by the clock's hand; a coordinator adds.
		allow(REQUESTED, PLACED, SYSTEM, COORDINATOR, REGION);
		allow(REQUESTED, WAITING, SYSTEM, COORDINATOR, REGION);
		allow(REQUESTED, APPROVED, MANAGER, SYSTEM);
		allow(REQUESTED, REFUSED, MANAGER);
		allow(REQUESTED, CANCELLED, LEARNER, COORDINATOR, REGION, SYSTEM);
		// A colleague's seat is kept for who is still waiting for the manager; another
		// manager is asked.
		allow(REQUESTED, REQUESTED, LEARNER, COORDINATOR, REGION);
		allow(APPROVED, PLACED, SYSTEM);
		allow(APPROVED, WAITING, SYSTEM);
		allow(WAITING, OFFERED, SYSTEM);
		allow(WAITING, PLACED, LEARNER, COORDINATOR, REGION);
		allow(WAITING, CANCELLED, LEARNER, COORDINATOR, REGION, SYSTEM);
		allow(OFFERED, PLACED, LEARNER, COORDINATOR, REGION);
		allow(OFFERED, WAITING, LEARNER, COORDINATOR, REGION, SYSTEM);
		// Whoever leaves the municipality leaves the seat, too.
		allow(OFFERED, CANCELLED, LEARNER, COORDINATOR, REGION, SYSTEM);
		allow(PLACED, HANDED_OVER, COORDINATOR, REGION);
		allow(HANDED_OVER, CONFIRMED, COORDINATOR, REGION);
		for (EnrolmentState placed : EnumSet.of(PLACED, HANDED_OVER, CONFIRMED)) {
			allow(placed, CANCELLED, LEARNER, COORDINATOR, REGION, SYSTEM);
			allow(placed, ATTENDED, COORDINATOR, REGION);
			allow(placed, ABSENT_WITH_NOTICE, COORDINATOR, REGION);
			allow(placed, NO_SHOW, COORDINATOR, REGION);
		}
		for (EnrolmentState known : EnumSet.of(ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW, PROOF_RECEIVED)) {
			for (EnrolmentState corrected : EnumSet.of(ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW)) {
				if (known != corrected) {
					allow(known, corrected, COORDINATOR, REGION);
				}
			}
		}
		allow(ATTENDED, PROOF_RECEIVED, COORDINATOR, REGION, SYSTEM);
	}

	private Transitions() {
	}

	private static void allow(EnrolmentState from, EnrolmentState to, Kind... by) {
		ALLOWED.computeIfAbsent(from, (state) -> new EnumMap<>(EnrolmentState.class)).put(to, EnumSet.of(by[0], by));
	}

	static boolean isAllowed(EnrolmentState from, EnrolmentState to, Kind by) {
		return by(from, to).contains(by);
	}

	private static Set<Kind> by(EnrolmentState from, EnrolmentState to) {
		return ALLOWED.getOrDefault(from, Map.of()).getOrDefault(to, Set.of());
	}

	/** Refuses with the reason that helps: who else does it, or what is so already. */
	static void check(Enrolment enrolment, EnrolmentState to, Kind by) {
		EnrolmentState from = enrolment.state();
		if (!isAllowed(from, to, by)) {
			throw new EnrolmentRefused(by(from, to).isEmpty() ? reason(from, to) : Reason.NOT_YOUR_ROLE,
					enrolment.id());
		}
	}

	/** Why it cannot be, whoever asks. */
	static Reason reason(EnrolmentState from, EnrolmentState to) {
		return switch (from) {
			case REQUESTED, APPROVED -> Reason.WAITS_FOR_MANAGER;
			case WAITING -> Reason.ON_THE_LIST;
			case OFFERED -> Reason.HAS_OFFER;
			case PLACED -> (to == CONFIRMED) ? Reason.NOT_HANDED_OVER : notYet(to);
			case HANDED_OVER, CONFIRMED -> notYet(to);
			case ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW, PROOF_RECEIVED -> Reason.ATTENDANCE_KNOWN;
			case REFUSED -> Reason.REFUSED_BY_MANAGER;
			case CANCELLED -> Reason.CANCELLED;
		};
	}

	private static Reason notYet(EnrolmentState to) {
		return (to == PROOF_RECEIVED) ? Reason.ATTENDANCE_UNKNOWN : Reason.HAS_SEAT;
	}

}
