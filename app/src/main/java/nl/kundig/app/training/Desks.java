package nl.kundig.app.training;

import java.util.Optional;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.people.PeopleService;

import org.springframework.stereotype.Component;

/** Who looks after whose trainings. */
@Component
class Desks {

	private final PeopleService people;

	Desks(PeopleService people) {
		this.people = people;
	}

	/** The desk of a municipality, else that of a region; empty for anybody else. */
	Optional<Desk> of(LoggedIn me) {
		if (me.isCoordinating()) {
			return me.municipality()
				.flatMap(this.people::municipality)
				.map((municipality) -> new Desk(Actor.coordinator(me.getUsername(), municipality.id()), municipality,
						municipality.region()));
		}
		return me.region()
			.filter((region) -> me.roles().contains(AccountRole.REGIONAL_COORDINATOR))
			.map((region) -> new Desk(Actor.region(me.getUsername(), region), null, region));
	}

}
