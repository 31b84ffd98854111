package nl.kundig.courses.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody who learns, with every role held since. */
@Document("learners")
@TypeAlias("learner")
@CompoundIndex(def = "{'roles.municipality': 1, 'name': 1}")
@CompoundIndex(def = "{'roles.unit': 1}")
@CompoundIndex(def = "{'roles.role': 1, 'roles.municipality': 1}")
@CompoundIndex(def = "{'roles.until': 1}")
@DataRule(kept = "while employed, then as long as a certificate is valid", exported = "whole, to the person",
		erased = "removed, with everything that carries the learner's id")
public record Learner(@Id LearnerId id, String name, List<RoleHeld> roles) {

	public Learner {
		roles = List.copyOf(roles);
	}

	public List<RoleHeld> rolesOn(LocalDate day) {
		return this.roles.stream().filter((role) -> role.isHeldOn(day)).toList();
	}

	/**
	 * The roles as a report of that day tells them; those of later that were planned too.
	 */
	public List<RoleHeld> rolesAsOf(LocalDate day) {
		return this.roles.stream().filter((role) -> role.isKnownAsOf(day)).map((role) -> role.asOf(day)).toList();
	}

	/** The learner with the roles that were known then, as they were known. */
	public Learner knownAt(Instant instant) {
		return new Learner(this.id, this.name,
				this.roles.stream().map((role) -> role.knownAt(instant)).flatMap(Optional::stream).toList());
	}

	/** Whether a role is held there on that day. */
	public boolean worksIn(MunicipalityId municipality, LocalDate day) {
		return rolesOn(day).stream().map(RoleHeld::municipality).anyMatch(municipality::equals);
	}

	/**
	 * The municipality whose contacts and approach apply; empty for somebody without a
	 * role.
	 */
	public Optional<MunicipalityId> municipalityOn(LocalDate day) {
		return rolesOn(day).stream().map(RoleHeld::municipality).findFirst();
	}

}
