package nl.kundig.courses.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;

/** Who is on the list for the provider, and who was there on the day. */
final class DayList {

	private final Roll roll;

	DayList(Roll roll) {
		this.roll = roll;
	}

	void handOver(Actor by) {
		this.roll.checkGoesOn(this.roll.session().id());
		for (Enrolment enrolment : this.roll.session().in(EnrolmentState.PLACED)) {
			this.roll.put(this.roll.move(enrolment, EnrolmentState.HANDED_OVER, by, Why.HANDED_OVER, null, null));
		}
	}

	void confirm(Collection<EnrolmentId> ids, Actor by) {
		for (EnrolmentId id : ids) {
			Enrolment enrolment = this.roll.get(id);
			if (enrolment.state() != EnrolmentState.CONFIRMED) {
				this.roll.put(this.roll.move(enrolment, EnrolmentState.CONFIRMED, by, Why.CONFIRMED, null, null));
			}
		}
	}

	/**
	 * All of them or none; what is known already may be told again.
	 * @param self who records it: nobody does so of themselves
	 */
	void record(Map<EnrolmentId, Attendance> attendances, Actor by, LearnerId self) {
		checkAttendance(attendances.keySet(), self);
		attendances.forEach((id, attendance) -> {
			Enrolment enrolment = this.roll.ownOrRun(id, by);
			if (!isKnown(enrolment, attendance)) {
				if (enrolment.state().isAfterwards()) {
					throw new EnrolmentRefused(Reason.ATTENDANCE_KNOWN, id);
				}
				this.roll.put(this.roll.move(enrolment, attendance.state(), by, Why.ATTENDANCE_RECORDED, null, null));
				this.roll.put(this.roll.session().withAttendanceTold(false));
			}
		});
	}

	Enrolment correct(EnrolmentId id, Attendance attendance, Actor by, LearnerId self, String text) {
		checkAttendance(List.of(id), self);
		Enrolment enrolment = this.roll.ownOrRun(id, by);
		if (isKnown(enrolment, attendance)) {
			return enrolment;
		}
		if (!enrolment.state().isAfterwards()) {
			Transitions.check(enrolment, EnrolmentState.PROOF_RECEIVED, by.kind());
		}
		this.roll.put(this.roll.session().withAttendanceTold(false));
		Enrolment corrected = this.roll
			.put(this.roll.move(enrolment, attendance.state(), by, Why.CORRECTED, text, null));
		// A proof that was accepted before the mistake is still there.
		return (attendance == Attendance.ATTENDED && corrected.hasProof()) ? proofReceived(id, Actor.SYSTEM)
				: corrected;
	}

	private static boolean isKnown(Enrolment enrolment, Attendance attendance) {
		return enrolment.state() == attendance.state()
				|| (attendance == Attendance.ATTENDED && enrolment.state() == EnrolmentState.PROOF_RECEIVED);
	}

	Enrolment proofReceived(EnrolmentId id, Actor by) {
		Enrolment enrolment = this.roll.ownOrRun(id, by);
		return (enrolment.state() == EnrolmentState.PROOF_RECEIVED) ? enrolment : this.roll
			.put(this.roll.move(enrolment, EnrolmentState.PROOF_RECEIVED, by, Why.PROOF_ACCEPTED, null, null));
	}

	/** Everybody heard of what was so in that version; not of what came since. */
	void told(long version) {
		if (this.roll.session().version() == version) {
			this.roll.put(this.roll.session().withAttendanceTold(true));
		}
	}

	private void checkAttendance(Collection<EnrolmentId> ids, LearnerId self) {
		if (ids.isEmpty()) {
			throw new EnrolmentRefused(Reason.NOBODY, this.roll.session().id());
		}
		if (this.roll.session().isCancelled()) {
			throw new EnrolmentRefused(Reason.SESSION_CANCELLED, this.roll.session().id());
		}
		if (this.roll.now().isBefore(this.roll.session().attendanceFrom())) {
			throw new EnrolmentRefused(Reason.TOO_EARLY, this.roll.session().id());
		}
		if (ids.stream().map(this.roll::get).map(Enrolment::learner).anyMatch(self::equals)) {
			throw new EnrolmentRefused(Reason.OWN_ATTENDANCE, this.roll.session().id());
		}
	}

}
