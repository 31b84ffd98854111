package nl.kundig.app.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.Partner;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;

import org.springframework.stereotype.Component;

/** What people and places are called, and who can be found by a part of the name. */
@Component
class People {

	private final PeopleService people;

	private final Clock clock;

	People(PeopleService people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	Map<LearnerId, String> names(Collection<LearnerId> learners) {
		return this.people.learners(new HashSet<>(learners))
			.stream()
			.collect(Collectors.toMap(Learner::id, Learner::name));
	}

	/** Somebody who was erased has no name any more. */
	static String name(Map<LearnerId, String> names, LearnerId learner) {
		return names.getOrDefault(learner, "–");
	}

	Map<MunicipalityId, String> municipalities() {
		return this.people.municipalities().stream().collect(Collectors.toMap(Municipality::id, Municipality::name));
	}

	Map<LearnerId, Learner> learners(Collection<LearnerId> learners) {
		return this.people.learners(new HashSet<>(learners))
			.stream()
			.collect(Collectors.toMap(Learner::id, (learner) -> learner));
	}

	/** Somebody with a role there today; anybody else is as if unknown. */
	Optional<Learner> colleague(LearnerId learner, MunicipalityId municipality) {
		return this.people.learner(learner).filter((known) -> role(known, municipality).isPresent());
	}

	/** Those who work there today, by name; their number is bounded. */
	List<Learner> colleagues(MunicipalityId municipality, String name, int most) {
		return this.people.learners(municipality, name, most)
			.stream()
			.filter((learner) -> role(learner, municipality).isPresent())
			.toList();
	}

	/** The first role of today there. */
	Optional<RoleHeld> role(Learner learner, MunicipalityId municipality) {
		return learner.rolesOn(today()).stream().filter((role) -> role.municipality().equals(municipality)).findFirst();
	}

	/** For whom the person works: the partner, else the municipality. */
	String organisation(Optional<RoleHeld> role, String municipality) {
		return role.map(RoleHeld::partner).flatMap(this.people::partner).map(Partner::name).orElse(municipality);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

}
