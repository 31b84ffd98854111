package nl.kundig.app.duty;

import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.duty.Reason;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RoleHeld;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the coordinator of one municipality sees them: what they are and were
 * there, and nothing of elsewhere.
 *
 * @param roles those in the municipality
 * @param seenThrough the last day of the last role for who left; what happens after it is
 * not the municipality's business. Null for who is still there.
 */
record Participant(Learner learner, MunicipalityId municipality, List<RoleHeld> roles,
		@Nullable LocalDate seenThrough) {

	static Participant of(Learner learner, MunicipalityId municipality, LocalDate today) {
		List<RoleHeld> roles = learner.roles()
			.stream()
			.filter((role) -> role.municipality().equals(municipality))
			.toList();
		LocalDate last = LocalDate.MIN;
		for (RoleHeld role : roles) {
			LocalDate until = (role.until() != null) ? role.until() : LocalDate.MAX;
			last = until.isAfter(last) ? until : last;
		}
		return new Participant(learner, municipality, roles, last.isBefore(today) ? last : null);
	}

	boolean maySee(Reason reason) {
		return reason.municipality().equals(this.municipality);
	}

	AsOf asOf(@Nullable String typed, LocalDate today) {
		return AsOf.of(typed, today).notAfter(this.seenThrough);
	}

	public List<RoleHeld> rolesOn(LocalDate day) {
		return this.roles.stream().filter((role) -> role.isHeldOn(day)).toList();
	}

}
